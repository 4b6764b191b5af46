package io.testroad.traffic;

/** What may be amiss with a vehicle or its driver: bits that {@link VehicleTable#is} asks for. */
final class Plight {

  /** Looks for a gap to the edge of the road, to stand aside there. */
  static final int SEEKS_EDGE = 1;

  /** Its brakes have failed. */
  static final int RUNAWAY = 1 << 1;

  /** Its driver does not look. */
  static final int DISTRACTED = 1 << 2;

  /** Lets everybody pass who is courteous, too. */
  static final int COURTEOUS = 1 << 3;

  /** In the tick before, it waited at its next link for one who is courteous, too. */
  static final int DEFERS = 1 << 4;

  /** Is about to change lanes without looking. */
  static final int CUTS_IN = 1 << 5;

  /** Has just changed lanes without looking. */
  static final int SWERVED = 1 << 6;

  /** Has crashed: slides to a stand and stays there. */
  static final int WRECK = 1 << 7;

  /** Drives behind one who may crash, and may run into it in a tick. */
  static final int CLOSE_BEHIND = 1 << 8;

  /** Is to stand in its lane, as soon as that isn't inside a junction. */
  static final int SEEKS_ROAD = 1 << 9;

  /** Those who drive slowly to where they will stand. */
  static final int SEEKS = SEEKS_EDGE | SEEKS_ROAD;

  /** Those for whom there is nobody ahead. */
  static final int UNHEEDING = RUNAWAY | DISTRACTED | WRECK;

  /** Those who, and whom others, may run into. */
  static final int MAY_CRASH = UNHEEDING | SWERVED;

  /** Those whose way in a tick ends where they touch the one ahead. */
  static final int MAY_TOUCH = UNHEEDING | SWERVED | CLOSE_BEHIND;

  /** Those who don't weigh lanes. */
  static final int KEEPS_LANE = DISTRACTED | CUTS_IN | SWERVED | WRECK;

  private Plight() {}
}
