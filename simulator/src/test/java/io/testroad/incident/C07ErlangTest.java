package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.protocol.SceneLetter.Sight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A centre's queue against Erlang C: 4 units, 4 calls an hour, busy for 30 minutes, exponential;
 * 17.39 % of calls wait, 2.61 minutes on average over all (computed with the facts, AF-13).
 *
 * <p>So few calls as a centre handles in a test scatter: the share of 12,000 has a standard
 * deviation of 0.008. Hence two steps: first come, first served, as a formula, meets Erlang's
 * figures over many calls; and the centre lets each call wait as long as that formula says.
 */
class C07ErlangTest {

  private static final int MANY = 400_000;
  private static final int CALLS = 1_500;
  private static final double BETWEEN_S = 900;
  private static final double BUSY_S = 1800;

  /** What the letters between centre and units add up to while units go from call to call, s. */
  private static final double LETTERS_S = 15;

  private static final RandomStream STREAM = RandomStream.of(20, "erlang");

  /** First come, first served: how long each of some calls waits, s. */
  private static double[] firstComeFirstServed(int calls) {
    double[] waits = new double[calls];
    double[] freeAt = new double[4];
    double at = 0;
    for (int call = 0; call < calls; call++) {
      at += STREAM.exponential(2L * call + 1, BETWEEN_S);
      Arrays.sort(freeAt);
      waits[call] = Math.max(0, freeAt[0] - at);
      freeAt[0] = at + waits[call] + STREAM.exponential(2L * call, BUSY_S);
    }
    return waits;
  }

  @Test
  void firstComeFirstServedMeetsErlang() {
    double[] waits = firstComeFirstServed(MANY);
    double share = Arrays.stream(waits).filter(wait -> wait > 0).count() / (double) MANY;
    assertThat(share).isCloseTo(0.1739, within(0.01));
    assertThat(Arrays.stream(waits).sum() / MANY / 60).isCloseTo(2.61, within(0.261));
  }

  @Test
  void theCentreServesWhoCameFirst() {
    UnitSpec[] units = new UnitSpec[4];
    for (int i = 0; i < units.length; i++) {
      units[i] = Precinct.tow("tow-" + i, "arterial-east-1");
    }
    CentreSpec spec = Precinct.with(Precinct.PLAIN, units);
    Field field =
        new Field(order -> new double[] {0.1, STREAM.exponential(2 * order, BUSY_S)}, spec);
    double at = 0;
    for (int call = 0; call < CALLS; call++) {
      at += STREAM.exponential(2L * call + 1, BETWEEN_S);
      String road = (call % 2 == 0 ? "arterial-east-" : "arterial-west-") + call / 2 % 4;
      double atM = 30 + 60 * (call / 8 % 7);
      Sight seen =
          new Sight(call + 1, "vehicle-stalled", road, 0, atM, List.of("v" + call), Facts.empty());
      field.report(at, Precinct.CENTRE, Precinct.telemetry(seen), true);
    }
    field.until(at + 100_000);
    double[] expected = firstComeFirstServed(CALLS);
    List<Double> waits = waits(field);
    assertThat(waits).hasSize(CALLS);
    for (int call = 0; call < CALLS; call++) {
      assertThat(waits.get(call)).as("call " + call).isCloseTo(expected[call], within(LETTERS_S));
    }
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
