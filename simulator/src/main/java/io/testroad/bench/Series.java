package io.testroad.bench;

/** Points (x, y) in the order in which they came. */
public final class Series {

  private final Column xs = new Column();
  private final Column ys = new Column();

  /** Adds a point. */
  public Series add(double x, double y) {
    xs.add(x);
    ys.add(y);
    return this;
  }

  /** Number of points. */
  public int size() {
    return xs.size();
  }

  /** The x of a point. */
  public double x(int i) {
    return xs.get(i);
  }

  /** The y of a point. */
  public double y(int i) {
    return ys.get(i);
  }
}
