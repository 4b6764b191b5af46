package io.testroad.sensing;

import io.testroad.engine.AgentId;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a scenario says of a checkpoint that reads plates.
 *
 * @param id the agent's id
 * @param roads the roads on which it reads the plates of those who enter
 * @param plates how it reads them
 * @param suspicion how it notices vehicles without a plate, or with another's
 * @param police whom it tells of every vehicle that passes
 * @param centre whom it tells of those that the police must stop
 */
public record CheckpointSpec(
    AgentId id,
    Set<String> roads,
    Plates plates,
    Suspicion suspicion,
    AgentId police,
    AgentId centre)
    implements Watcher {

  /** How vehicles without a plate are noticed, where a scenario doesn't say (assumption). */
  public static final Detection UNPLATED = new Detection(0.95, Duration.ofSeconds(1));

  /**
   * How plates are read.
   *
   * @param byDay probability that an ordinary plate is read by day, 0 to 1
   * @param byNight the same by night
   * @param temporary probability that a temporary plate is read
   * @param temporaryPrefix what temporary plates begin with
   */
  public record Plates(double byDay, double byNight, double temporary, String temporaryPrefix) {

    /** The probability that a number is read at a time of day. */
    double probability(String number, LocalTime time) {
      if (number.startsWith(temporaryPrefix)) {
        return temporary;
      }
      return Clarity.isNight(time) ? byNight : byDay;
    }
  }

  /**
   * How vehicles are noticed that drive without a plate or with another's.
   *
   * @param hit probability that one without a plate is noticed, 0 to 1
   * @param falseAlarm probability that a vehicle in order is taken for one, 0 to 1
   * @param latency until the centre is told
   */
  public record Suspicion(double hit, double falseAlarm, Duration latency) {}

  public CheckpointSpec {
    roads = Collections.unmodifiableSet(new TreeSet<>(roads));
  }

  @Override
  public boolean sees(String road) {
    return roads.contains(road);
  }

  @Override
  public String means() {
    return "checkpoint";
  }

  /** A vehicle that was seen at a checkpoint is on that road, wherever (assumption: 100 m). */
  @Override
  public double precisionM() {
    return 100;
  }

  @Override
  public String kindOf(SceneLetter.Sight sight) {
    return sight.kind();
  }

  /** A vehicle without a plate is seen to be so; one with another's must have its plate read. */
  @Override
  public Optional<Detection> detection(SceneLetter.Sight sight, Clarity.Conditions conditions) {
    if (sight.kind().equals(SceneKind.UNPLATED_VEHICLE.written())) {
      return Optional.of(new Detection(suspicion.hit(), suspicion.latency()));
    } else if (sight.kind().equals(SceneKind.FORGED_PLATE.written())) {
      double read = plates.probability("", conditions.time());
      return Optional.of(new Detection(read, suspicion.latency()));
    }
    return Optional.empty();
  }

  @Override
  public SceneLetter.Sight believed(SceneLetter.Sight sight) {
    return sight;
  }
}
