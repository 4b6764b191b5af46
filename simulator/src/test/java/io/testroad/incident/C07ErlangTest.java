package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.protocol.SceneLetter.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A centre's queue against Erlang C: 4 units, 4 calls an hour, busy for 30 minutes, exponential;
 * 17.39 % of calls wait, 2.61 minutes on average over all (computed with the facts, AF-13).
 */
class C07ErlangTest {

  private static final int CALLS = 12_000;
  private static final double BETWEEN_S = 900;
  private static final double BUSY_S = 1800;

  @Test
  void whoWaitsAndForHowLong() {
    RandomStream stream = RandomStream.of(20, "erlang");
    UnitSpec[] units = new UnitSpec[4];
    for (int i = 0; i < units.length; i++) {
      units[i] = Precinct.tow("tow-" + i, "arterial-east-1");
    }
    CentreSpec spec = Precinct.with(Precinct.PLAIN, units);
    Field field =
        new Field(order -> new double[] {0.1, stream.exponential(2 * order, BUSY_S)}, spec);
    double at = 0;
    for (int call = 0; call < CALLS; call++) {
      at += stream.exponential(2L * call + 1, BETWEEN_S);
      String road = (call % 2 == 0 ? "arterial-east-" : "arterial-west-") + call / 2 % 4;
      double atM = 30 + 60 * (call / 8 % 7);
      Sight seen =
          new Sight(
              call + 1, "vehicle-stalled", road, 0, atM, List.of("v" + call), Facts.empty());
      field.report(at, Precinct.CENTRE, Precinct.telemetry(seen), true);
    }
    field.until(at + 100_000);
    List<Double> waits = waits(field);
    assertThat(waits).hasSize(CALLS);
    double share = waits.stream().filter(wait -> wait > 0).count() / (double) CALLS;
    double meanMin = waits.stream().mapToDouble(wait -> wait).sum() / CALLS / 60;
    assertThat(share).isCloseTo(0.1739, within(0.01));
    assertThat(meanMin).isCloseTo(2.61, within(0.261));
  }

  private static List<Double> waits(Field field) {
    SortedMap<Object, Long> reported = new TreeMap<>();
    List<Double> waits = new ArrayList<>();
    for (Event event : field.events()) {
      if (event.type() == EventType.INCIDENT_REPORTED) {
        reported.put(event.attributes().find("incident"), event.tick());
      } else if (event.type() == EventType.UNIT_DISPATCHED) {
        long since = reported.get(event.attributes().find("incident"));
        waits.add(field.clock().secondsAt(event.tick() - since));
      }
    }
    return waits;
  }
}
