package io.testroad.sensing;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One turn of a checkpoint.
 *
 * <p>A vehicle that passes without a plate, or with another number than its plate's, makes a scene,
 * once; the checkpoint notices that like any other that comes into its sight.
 */
final class CheckpointTurn {

  /** Which part of the stream false alarms are drawn from; scenes have their own numbers. */
  private static final long ALARMS = -1;

  private final CheckpointSpec spec;
  private final RandomStream chance;
  private final Turn turn;
  private final Outcome.Builder out;
  private final SceneWatch watch;
  private final SortedSet<String> offenders;
  private int passed;
  private int read;
  private int falseAlarms;

  CheckpointTurn(
      CheckpointSpec spec,
      RandomStream chance,
      Turn turn,
      Outcome.Builder out,
      CheckpointState state) {
    this.spec = spec;
    this.chance = chance;
    this.turn = turn;
    this.out = out;
    watch = new SceneWatch(spec, chance, turn, out, state.scenes(), false);
    offenders = new TreeSet<>(state.offenders());
    passed = state.passed();
    read = state.read();
    falseAlarms = state.falseAlarms();
  }

  void handle(Letter letter) {
    if (letter instanceof VehicleLetter.PlateShown shown) {
      passes(shown);
    } else if (letter instanceof SceneLetter.SceneInSight inSight) {
      watch.inSight(inSight.sight(), true);
    } else if (letter instanceof SceneLetter.SceneOver over) {
      watch.over(over.scene(), true);
    } else if (letter instanceof IncidentLetter.DetectionReady ready) {
      watch.ready(ready, true);
    } else if (!(letter instanceof RunBegan)) {
      throw new IllegalArgumentException(spec.id() + " does not understand " + letter);
    }
  }

  private void passes(VehicleLetter.PlateShown shown) {
    String number = shown.number();
    double probability = spec.plates().probability(number, turn.now().toLocalTime());
    boolean reads = !number.isEmpty() && chance.uniform(passed) < probability;
    out.post(
        spec.police(),
        new PermitLetter.PlateRead(
            shown.vehicle(), shown.operator(), reads ? number : "", shown.facts()));
    suspect(shown);
    passed++;
    read += reads ? 1 : 0;
  }

  private void suspect(VehicleLetter.PlateShown shown) {
    SceneKind kind = shown.number().isEmpty() ? SceneKind.UNPLATED_VEHICLE : SceneKind.FORGED_PLATE;
    if (!isInOrder(shown)) {
      if (offenders.add(shown.vehicle())) {
        out.post(
            SensorSpec.SCENES, new SceneLetter.Happens(sight(shown, kind), "seen-at-checkpoint"));
      }
    } else if (chance.forEntity(ALARMS).uniform(passed) < spec.suspicion().falseAlarm()) {
      falseAlarm(sight(shown, kind));
    }
  }

  /** Whether it shows the number of its plate; what it shows is that if nothing else is known. */
  private static boolean isInOrder(VehicleLetter.PlateShown shown) {
    Object own = shown.facts().find("vehicle.plate.number");
    return !shown.number().isEmpty() && (own == null || own.equals(shown.number()));
  }

  private void falseAlarm(SceneLetter.Sight sight) {
    falseAlarms++;
    out.record(EventType.FALSE_ALARM, Facts.of("source", spec.id().value(), "road", sight.road()));
    Duration latency = spec.suspicion().latency();
    out.remind(latency, new IncidentLetter.DetectionReady(sight, turn.tick()));
  }

  private SceneLetter.Sight sight(VehicleLetter.PlateShown shown, SceneKind kind) {
    String road =
        shown.facts().find("road.id") instanceof String id ? id : spec.roads().iterator().next();
    return new SceneLetter.Sight(
        0,
        kind.written(),
        road,
        -1,
        0,
        List.of(shown.vehicle()),
        Facts.of(SceneFacts.PLATE, shown.number()));
  }

  /** The state after the turn. */
  CheckpointState state() {
    return new CheckpointState(passed, read, falseAlarms, watch.scenes(), offenders);
  }
}
