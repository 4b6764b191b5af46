package io.testroad.sensing;

import io.testroad.engine.AgentId;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a scenario says of a checkpoint that reads plates.
 *
 * @param id the agent's id
 * @param roads the roads on which it reads the plates of those who enter
 * @param byDay probability that it reads an ordinary plate by day, 0 to 1
 * @param byNight the same by night
 * @param temporary probability that it reads a temporary plate
 * @param temporaryPrefix what temporary plates begin with
 * @param police whom it tells
 */
public record CheckpointSpec(
    AgentId id,
    Set<String> roads,
    double byDay,
    double byNight,
    double temporary,
    String temporaryPrefix,
    AgentId police) {

  /** Day, for plates (assumption: from 07:00 to 19:00, whatever the season). */
  private static final LocalTime DAY_BEGINS = LocalTime.of(7, 0);

  private static final LocalTime DAY_ENDS = LocalTime.of(19, 0);

  public CheckpointSpec {
    roads = Collections.unmodifiableSet(new TreeSet<>(roads));
  }

  /** The probability that a number is read at a time of day. */
  double probability(String number, LocalTime time) {
    if (number.startsWith(temporaryPrefix)) {
      return temporary;
    }
    return time.isBefore(DAY_BEGINS) || !time.isBefore(DAY_ENDS) ? byNight : byDay;
  }
}
