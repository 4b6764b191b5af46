package io.testroad.actors;

/** Is told how a run goes on; called from the director, so it must be quick. */
public interface RunObserver {

  /**
   * The run has come to a tick. Called at least once a simulated second, and after each jump.
   *
   * @param tick the tick
   * @param vehiclesOnRoad how many vehicles are on the road
   */
  void onTick(long tick, long vehiclesOnRoad);

  /** An observer that does not care. */
  static RunObserver silent() {
    return (tick, vehiclesOnRoad) -> {};
  }
}
