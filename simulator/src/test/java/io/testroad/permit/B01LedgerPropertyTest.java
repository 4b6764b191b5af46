package io.testroad.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.record.PermitLedger;
import io.testroad.record.PermitRow;
import io.testroad.record.PlateCounts;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens in a town, the ledger of permits adds up and agrees with the police's books. */
class B01LedgerPropertyTest {

  private static final Set<EventType> BEGINNINGS =
      EnumSet.of(EventType.PLATE_HELD, EventType.PLATE_ISSUED, EventType.PLATE_RENEWED);

  @Property(tries = 12)
  void theLedgerAddsUp(@ForAll long seed) {
    RandomTown.Course course = RandomTown.play(seed);
    PermitLedger ledger = new PermitLedger(course.stage().clock(), vehicle -> Optional.of("fleet"));
    List<PermitRow> rows = ledger.take(course.events()); // throws where the books don't balance

    long begun = course.events().stream().map(Event::type).filter(BEGINNINGS::contains).count();
    PlateCounts plates = ledger.plates();
    assertThat(plates.issued()).isEqualTo(begun);
    assertThat(plates.valid() + plates.expired() + plates.withdrawn() + plates.returned())
        .isEqualTo(begun);
    assertThat(plates.valid()).isBetween(0L, 3L);

    SortedMap<String, String> permits = new TreeMap<>();
    SortedMap<String, Boolean> held = new TreeMap<>();
    for (PermitRow row : rows) {
      if (row.document() == PermitRow.Document.PERMIT) {
        permits.put(row.number(), row.state().written());
      } else if (row.document() == PermitRow.Document.DETENTION) {
        held.put(row.number(), row.state() == PermitRow.State.DETAINED);
      }
    }
    AuthorityState police = (AuthorityState) course.stage().state(Bureau.POLICE);
    permits.forEach(
        (vehicle, status) ->
            assertThat(police.records().get(vehicle).status().written()).isEqualTo(status));
    held.forEach(
        (vehicle, detained) ->
            assertThat(police.records().get(vehicle).detained() != null).isEqualTo(detained));
  }
}
