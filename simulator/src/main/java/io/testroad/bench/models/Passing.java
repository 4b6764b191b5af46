package io.testroad.bench.models;

/** When a vehicle's front passes a place. */
final class Passing {

  private final Course course;
  private final Line line;
  private final int vehicle;
  private final double placeM;
  private double lastM = Double.NaN;
  private double atS = Double.NaN;

  Passing(Course course, Line line, int vehicle, double placeM) {
    this.course = course;
    this.line = line;
    this.vehicle = vehicle;
    this.placeM = placeM;
  }

  /** Looks after each step. */
  void look() {
    if (!isDue()) {
      return;
    }
    double now = course.x(vehicle, line);
    if (now > placeM) {
      boolean before = lastM <= placeM;
      double over = before ? (now - placeM) / (now - lastM) * course.stepS() : 0;
      atS = course.nowS() - over;
    }
    lastM = now;
  }

  boolean isDue() {
    return Double.isNaN(atS);
  }

  /** The time, s; not a number while it has not passed. */
  double atS() {
    return atS;
  }
}
