package io.testroad.sensing;

import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.SensingLetter;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One turn of the platform.
 *
 * <p>A vehicle doesn't know the number of the scene it is in; the platform asks the scenes for it,
 * for the account only: what it tells the centre is what the vehicle has sent, and whose it is.
 */
final class PlatformTurn {

  private static final String MEANS = "telemetry";

  /** How wrong a vehicle's own place may be, m (assumption). */
  private static final double PRECISION_M = 5;

  /** How far around a vehicle its scene is looked for, m. */
  private static final double AROUND_M = 50;

  /** What a vehicle knows of itself, and of what it has hit; not how people are. */
  private static final List<String> KNOWN_ON_BOARD =
      List.of(SceneFacts.OPERATOR, SceneFacts.RIDERS, SceneFacts.CAN_MOVE, SceneFacts.OTHER_KIND);

  private final PlatformSpec spec;
  private final RandomStream chance;
  private final Turn turn;
  private final Outcome.Builder out;
  private final SortedMap<Integer, PlatformState.Arriving> arriving;
  private final SortedMap<String, PlatformState.Standing> standing;
  private int occurrences;
  private int noticed;
  private final WorkingOrder order;

  PlatformTurn(
      PlatformSpec spec, RandomStream chance, Turn turn, Outcome.Builder out, PlatformState state) {
    this.spec = spec;
    this.chance = chance;
    this.turn = turn;
    this.out = out;
    arriving = new TreeMap<>(state.arriving());
    standing = new TreeMap<>(state.standing());
    occurrences = state.occurrences();
    noticed = state.noticed();
    order = new WorkingOrder(state.failedTick(), turn, out);
  }

  void handle(Mail mail) {
    Letter letter = mail.letter();
    if (letter instanceof IncidentLetter.RoadOccurrence what) {
      occurred(what);
    } else if (letter instanceof SceneLetter.Looked looked) {
      looked(looked);
    } else if (letter instanceof IncidentLetter.DetectionReady ready) {
      ready(ready);
    } else if (letter instanceof IncidentLetter.ObstacleGone gone) {
      gone(gone.vehicle());
    } else if (letter instanceof IncidentLetter.CheckAsked asked) {
      out.post(mail.from(), new IncidentLetter.Checked(asked.inquiry(), MEANS, false, near(asked)));
    } else if (letter instanceof SensingLetter.SensorFails fails) {
      order.fails(fails.cause());
    } else if (letter instanceof SensingLetter.SensorMended) {
      order.mended();
    } else if (!(letter instanceof RunBegan)) {
      throw new IllegalArgumentException(spec.id() + " does not understand " + letter);
    }
  }

  private void occurred(IncidentLetter.RoadOccurrence what) {
    boolean through = chance.uniform(occurrences) < spec.probability();
    occurrences++;
    if (through && order.works()) {
      arriving.put(occurrences, new PlatformState.Arriving(what, turn.tick()));
      out.post(
          SensorSpec.SCENES,
          new SceneLetter.LookAsked(occurrences, what.road(), what.positionM(), AROUND_M));
    }
  }

  private void looked(SceneLetter.Looked looked) {
    PlatformState.Arriving report = arriving.remove(looked.inquiry());
    if (report == null) {
      return;
    }
    SceneLetter.Sight sight = sight(report.what(), looked.sights());
    long elapsed = turn.tick() - report.tick();
    long left = Math.max(1, turn.clock().ticksCovering(spec.latency()) - elapsed);
    out.remind(ticks(left), new IncidentLetter.DetectionReady(sight, report.tick()));
    standing.put(report.what().vehicle(), new PlatformState.Standing(sight, turn.tick() + left));
  }

  private static SceneLetter.Sight sight(
      IncidentLetter.RoadOccurrence what, List<SceneLetter.Sight> sights) {
    int scene = 0;
    Facts facts = Facts.of(SceneFacts.ICV, true);
    for (SceneLetter.Sight sight : sights) {
      if (sight.vehicles().contains(what.vehicle())) {
        scene = sight.scene();
        for (String known : KNOWN_ON_BOARD) {
          Object value = sight.facts().find(known);
          facts = value == null ? facts : facts.with(known, value);
        }
      }
    }
    return new SceneLetter.Sight(
        scene,
        what.occurrence(),
        what.road(),
        what.lane(),
        what.positionM(),
        List.of(what.vehicle()),
        facts);
  }

  private void ready(IncidentLetter.DetectionReady ready) {
    if (order.works()) {
      noticed++;
      out.post(
          spec.centre(),
          new IncidentLetter.Reported(
              ready.seen(), spec.id(), MEANS, PRECISION_M, ready.occurredTick()));
    }
  }

  /** The end takes as long as the beginning, and never overtakes it. */
  private void gone(String vehicle) {
    arriving.values().removeIf(report -> report.what().vehicle().equals(vehicle));
    PlatformState.Standing was = standing.remove(vehicle);
    if (was != null && order.works()) {
      long latency = turn.clock().ticksCovering(spec.latency());
      long delay = Math.max(latency, was.readyTick() - turn.tick()) + 1;
      out.postAfter(
          ticks(delay), spec.centre(), new IncidentLetter.ReportedGone(was.sight(), spec.id()));
    }
  }

  private Duration ticks(long ticks) {
    return Duration.ofMillis(ticks * turn.clock().tickMillis());
  }

  private List<SceneLetter.Sight> near(IncidentLetter.CheckAsked asked) {
    return standing.values().stream()
        .map(PlatformState.Standing::sight)
        .filter(
            sight ->
                order.works()
                    && sight.road().equals(asked.road())
                    && Math.abs(sight.positionM() - asked.positionM()) <= asked.withinM())
        .toList();
  }

  /** The state after the turn. */
  PlatformState state() {
    return new PlatformState(occurrences, noticed, order.failedTick(), arriving, standing);
  }
}
