package io.testroad.sensing;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Outcome;
import io.testroad.engine.Turn;

/** Whether something that senses works, during one turn; what becomes of it goes on record. */
final class WorkingOrder {

  private final Turn turn;
  private final Outcome.Builder out;
  private long failedTick;

  /**
   * As it was before the turn.
   *
   * @param failedTick since when it doesn't work; -1: it works
   */
  WorkingOrder(long failedTick, Turn turn, Outcome.Builder out) {
    this.failedTick = failedTick;
    this.turn = turn;
    this.out = out;
  }

  /** Since when it doesn't work; -1: it works. */
  long failedTick() {
    return failedTick;
  }

  boolean works() {
    return failedTick < 0;
  }

  void fails(String cause) {
    if (works()) {
      failedTick = turn.tick();
      out.record(EventType.SENSOR_FAILED, Facts.of("cause", cause));
    }
  }

  /** It works again; whether it didn't before. */
  boolean mended() {
    if (works()) {
      return false;
    }
    double afterS = turn.clock().secondsAt(turn.tick() - failedTick);
    failedTick = -1;
    out.record(EventType.SENSOR_MENDED, Facts.of("afterS", afterS));
    return true;
  }
}
