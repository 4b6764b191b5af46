package io.testroad.record;

import static io.testroad.record.TinyWorld.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermitLedgerTest {

  private static final Instant JUNE = Instant.parse("2025-06-01T00:00:00Z");

  private final PermitLedger ledger =
      new PermitLedger(
          TinyWorld.CLOCK,
          vehicle -> vehicle.startsWith("v") ? Optional.of("pilot") : Optional.empty());
  private final List<PermitRow> rows = new ArrayList<>();

  private void happens(Event... events) {
    rows.addAll(ledger.take(List.of(events)));
  }

  private static Event plate(long tick, EventType type, String plate, String vehicle) {
    return event(
        tick, type, "authority:police", "plate", plate, "vehicle", vehicle, "validUntil", JUNE);
  }

  private static Event permit(long tick, EventType type, String vehicle, String rule) {
    return event(tick, type, "authority:police", "vehicle", vehicle, "rule", rule);
  }

  /** A row in words: tick, document, number, states, rule, detail. */
  private String told() {
    return rows.stream()
        .map(
            row ->
                Stream.of(
                        row.tick(),
                        row.document().written(),
                        row.number(),
                        row.previous() == null ? "-" : row.previous().written(),
                        "→",
                        row.state().written(),
                        row.rule(),
                        row.detail())
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private String counts() {
    PlateCounts counts = ledger.plates();
    return String.format(
        "%d = %d valid + %d expired + %d withdrawn + %d returned",
        counts.issued(), counts.valid(), counts.expired(), counts.withdrawn(), counts.returned());
  }

  @Test
  void aPlateIsHeldOrIssuedAndExpires() {
    happens(plate(0, EventType.PLATE_HELD, "A", "v1"), plate(5, EventType.PLATE_ISSUED, "B", "w1"));
    assertThat(counts()).isEqualTo("2 = 2 valid + 0 expired + 0 withdrawn + 0 returned");
    happens(plate(9, EventType.PLATE_EXPIRED, "A", "v1"));
    assertThat(counts()).isEqualTo("2 = 1 valid + 1 expired + 0 withdrawn + 0 returned");
    assertThat(told())
        .isEqualTo(
            """
            0 plate A - → valid
            0 permit v1 - → valid
            5 plate B - → valid
            5 permit w1 - → valid
            9 plate A valid → expired
            """);
    PermitRow last = rows.get(4);
    assertThat(last.seq()).isEqualTo(4);
    assertThat(last.time()).isEqualTo(Instant.parse("2025-02-28T15:50:00.900Z"));
    assertThat(last.operator()).isEqualTo("pilot");
    assertThat(last.validUntil()).isEqualTo(JUNE);
    assertThat(rows.get(2).operator()).isNull();
  }

  @Test
  void aRenewalReturnsTheOldPlateOnceWhetherToldOrNot() {
    happens(
        plate(0, EventType.PLATE_HELD, "A", "v1"), plate(7, EventType.PLATE_RENEWED, "B", "v1"));
    assertThat(told()).contains("7 plate A valid → returned\n7 plate B - → valid\n");
    happens(
        plate(9, EventType.PLATE_RETURNED, "B", "v1"),
        plate(9, EventType.PLATE_RENEWED, "C", "v1"),
        plate(9, EventType.PLATE_RETURNED, "B", "v1"));
    assertThat(told()).endsWith("9 plate B valid → returned\n9 plate C - → valid\n");
    assertThat(counts()).isEqualTo("3 = 1 valid + 0 expired + 0 withdrawn + 2 returned");
  }

  @Test
  void aPlateLeavesValidOnlyOnce() {
    happens(
        plate(0, EventType.PLATE_ISSUED, "A", "v1"),
        plate(3, EventType.PLATE_EXPIRED, "A", "v1"),
        plate(4, EventType.PLATE_VOIDED, "A", "v1"),
        plate(5, EventType.PLATE_RETURNED, "A", "v1"),
        plate(6, EventType.PLATE_RENEWED, "B", "v1"),
        plate(6, EventType.PLATE_EXPIRED, "A", "v1"));
    assertThat(counts()).isEqualTo("2 = 1 valid + 1 expired + 0 withdrawn + 0 returned");
    assertThat(rows).hasSize(4);
  }

  @Test
  void aNumberMayBeIssuedAnewAndToTwo() {
    happens(
        plate(0, EventType.PLATE_ISSUED, "A", "v1"),
        plate(1, EventType.PLATE_ISSUED, "A", "v2"),
        plate(2, EventType.PLATE_RENEWED, "A", "v1"),
        plate(3, EventType.PLATE_EXPIRED, "A", "v1"));
    assertThat(counts()).isEqualTo("3 = 1 valid + 1 expired + 0 withdrawn + 1 returned");
  }

  @Test
  void aPlateThatNobodyHadIsOurFault() {
    assertThatThrownBy(() -> happens(plate(3, EventType.PLATE_EXPIRED, "A", "v1")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("never issued");
  }

  @Test
  void countsThatDoNotAddUpAreRefused() {
    assertThatThrownBy(() -> new PlateCounts(3, 1, 1, 0, 0))
        .hasMessage(
            "plates don't add up: 3 issued, 1 valid + 1 expired + 0 withdrawn + 0 returned");
    assertThatThrownBy(() -> new PlateCounts(0, 1, -1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPermitIsSuspendedProlongedHeldAgainAndWithdrawnWithItsPlate() {
    happens(
        plate(0, EventType.PLATE_ISSUED, "A", "v1"),
        permit(1, EventType.PERMIT_SUSPENDED, "v1", "r1"),
        permit(2, EventType.PERMIT_SUSPENDED, "v1", "r2"),
        permit(3, EventType.PERMIT_REINSTATED, "v1", "r2"),
        permit(4, EventType.PERMIT_REINSTATED, "v1", "r2"),
        permit(5, EventType.PERMIT_WITHDRAWN, "v1", "r3"),
        plate(6, EventType.PLATE_VOIDED, "A", "v1"),
        plate(7, EventType.PLATE_VOIDING_PUBLISHED, "A", "v1"));
    assertThat(told())
        .isEqualTo(
            """
            0 plate A - → valid
            0 permit v1 - → valid
            1 permit v1 valid → suspended r1
            2 permit v1 suspended → suspended r2
            3 permit v1 suspended → valid r2
            5 permit v1 valid → withdrawn r3
            6 plate A valid → withdrawn r3
            """);
  }

  @Test
  void aDeclarationEndsByTheCalendarUnlessConfirmedAnew() {
    happens(
        declaration(0, "road-test", TinyWorld.CLOCK.instantOf(10)),
        declaration(0, "demonstration", TinyWorld.CLOCK.instantOf(10)),
        declaration(5, "demonstration", TinyWorld.CLOCK.instantOf(30)),
        plate(20, EventType.PLATE_ISSUED, "A", "v1"));
    rows.addAll(ledger.passTo(29));
    rows.addAll(ledger.passTo(30));
    assertThat(told())
        .isEqualTo(
            """
            0 declaration pilot - → confirmed road-test
            0 declaration pilot - → confirmed demonstration
            5 declaration pilot confirmed → confirmed demonstration
            10 declaration pilot confirmed → ended road-test
            20 plate A - → valid
            20 permit v1 - → valid
            30 declaration pilot confirmed → ended demonstration
            """);
    assertThat(rows.get(0).operator()).isEqualTo("pilot");
    assertThat(rows.get(0).vehicle()).isNull();
  }

  private static Event declaration(long tick, String stage, Instant until) {
    return event(
        tick,
        EventType.DECLARATION_CONFIRMED,
        "authority:bureau",
        "applicant",
        "pilot",
        "stage",
        stage,
        "validUntil",
        until);
  }

  private static Event restriction(long tick, EventType type, String rule) {
    return event(tick, type, "operator:pilot", "scope", "speed", "rule", rule, "vehicles", 3);
  }

  @Test
  void aRestrictionIsLiftedWithItsLastRuleADetentionAtOnce() {
    happens(
        restriction(1, EventType.RESTRICTION_ORDERED, "r1"),
        restriction(2, EventType.RESTRICTION_ORDERED, "r2"),
        restriction(3, EventType.RESTRICTION_LIFTED, "r1"),
        restriction(4, EventType.RESTRICTION_LIFTED, "r1"),
        restriction(5, EventType.RESTRICTION_LIFTED, "r2"),
        permit(6, EventType.VEHICLE_RELEASED, "v1", "r1"),
        permit(7, EventType.VEHICLE_DETAINED, "v1", "r1"),
        permit(8, EventType.VEHICLE_RELEASED, "v1", "r1"));
    assertThat(told())
        .isEqualTo(
            """
            1 restriction pilot - → ordered r1 speed
            2 restriction pilot ordered → ordered r2 speed
            5 restriction pilot ordered → lifted r2 speed
            7 detention v1 - → detained r1
            8 detention v1 detained → released r1
            """);
  }

  @Test
  void whatIsOfNoConcernLeavesNoRow() {
    happens(event(1, EventType.VEHICLE_RECOVERED, "vehicle:v1", "road", "a"));
    assertThat(rows).isEmpty();
    assertThat(ledger.passTo(1000)).isEmpty();
  }
}
