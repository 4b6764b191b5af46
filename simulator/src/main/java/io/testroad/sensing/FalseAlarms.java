package io.testroad.sensing;

import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.protocol.IncidentLetter;
import java.time.Duration;

/**
 * When somebody takes for an incident what is none: at exponential intervals, drawn by number.
 *
 * @param perDay how often on average, a day; 0: never
 * @param chance the stream; the n-th false alarm takes four numbers of it, from 4 n on
 */
record FalseAlarms(double perDay, RandomStream chance) {

  private static final double DAY_S = 86_400;
  private static final int DRAWS = 4;

  /** An interval beyond which nothing is to be expected in a run, s. */
  private static final double NEVER_S = 100 * 365 * DAY_S;

  /** Sets the timer for the false alarm of a number, counted from the one before. */
  void await(int number, Outcome.Builder out) {
    if (perDay <= 0) {
      return;
    }
    double seconds = chance.exponential((long) DRAWS * number, DAY_S / perDay);
    if (seconds < NEVER_S) {
      out.remind(
          Duration.ofMillis(Math.round(seconds * 1000)), new IncidentLetter.FalseAlarmDue(number));
    }
  }

  /**
   * A number uniform in [0, 1) for a false alarm.
   *
   * @param which 1 to 3
   */
  double draw(int number, int which) {
    return chance.uniform((long) DRAWS * number + which);
  }
}
