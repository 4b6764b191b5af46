package io.testroad.demand;

/**
 * Fixed gaps that a driver accepts where he must yield, as handbooks of capacity have them.
 *
 * <p>Source: R. M. Harders, 1968; Highway Capacity Manual, two-way stop-controlled intersections.
 *
 * @param criticalS the least gap in the stream with right of way into which he goes, s; 0: he
 *     judges by the times at which both would be where their paths meet
 * @param followUpS the least time behind the one before him at the line, s
 */
public record GapAcceptance(double criticalS, double followUpS) {

  /** No fixed gaps. */
  public static final GapAcceptance NONE = new GapAcceptance(0, 0);

  /** Whether gaps are fixed. */
  public boolean isFixed() {
    return criticalS > 0;
  }
}
