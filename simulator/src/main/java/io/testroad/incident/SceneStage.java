package io.testroad.incident;

/**
 * How far a scene is.
 *
 * @param ordered clear-first or keep-scene as a centre has ordered; empty before
 * @param everBlocked whether it has blocked a lane at some time
 * @param timed whether it lasts for a time and no longer (fog, a flood), and that is not over
 * @param clearedTick since when nothing of it blocks a lane, -1 before
 * @param goneTick since when nothing is there any more, -1 before
 * @param recoveredTick since when the traffic is as before, -1 before
 * @param partiesSerial which of its timers for the parties' own clearing counts
 * @param blockage what it leaves of its road, as the roads were last told
 */
public record SceneStage(
    String ordered,
    boolean everBlocked,
    boolean timed,
    long clearedTick,
    long goneTick,
    long recoveredTick,
    int partiesSerial,
    Blockage blockage) {

  static final SceneStage FRESH = new SceneStage("", false, false, -1, -1, -1, 0, Blockage.NONE);

  SceneStage ordered(String procedure) {
    return new SceneStage(
        procedure,
        everBlocked,
        timed,
        clearedTick,
        goneTick,
        recoveredTick,
        partiesSerial,
        blockage);
  }

  SceneStage timed(boolean lasts) {
    return new SceneStage(
        ordered, everBlocked, lasts, clearedTick, goneTick, recoveredTick, partiesSerial, blockage);
  }

  /** Lanes are blocked, for the first time or again. */
  SceneStage blocked() {
    return new SceneStage(ordered, true, timed, -1, goneTick, -1, partiesSerial, blockage);
  }

  SceneStage cleared(long tick) {
    return new SceneStage(
        ordered, everBlocked, timed, tick, goneTick, recoveredTick, partiesSerial, blockage);
  }

  SceneStage gone(long tick) {
    return new SceneStage(
        ordered, everBlocked, timed, clearedTick, tick, recoveredTick, partiesSerial, blockage);
  }

  SceneStage recovered(long tick) {
    return new SceneStage(
        ordered, everBlocked, timed, clearedTick, goneTick, tick, partiesSerial, blockage);
  }

  SceneStage nextParties() {
    return new SceneStage(
        ordered,
        everBlocked,
        timed,
        clearedTick,
        goneTick,
        recoveredTick,
        partiesSerial + 1,
        blockage);
  }

  SceneStage told(Blockage now) {
    return new SceneStage(
        ordered, everBlocked, timed, clearedTick, goneTick, recoveredTick, partiesSerial, now);
  }
}
