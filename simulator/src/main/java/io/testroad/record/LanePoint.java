package io.testroad.record;

import io.testroad.network.Lane;
import io.testroad.network.Network;
import io.testroad.network.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A point on a lane's middle line that is moved from place to place.
 *
 * <p>Positions are measured in the lane's stated length; where the shape is longer or shorter, they
 * are stretched to it, as in SUMO. Not thread-safe.
 */
final class LanePoint {

  private final Network network;
  private final double[] @Nullable [] ends;
  private double x;
  private double y;
  private double eastM;
  private double northM;

  LanePoint(Network network) {
    this.network = network;
    ends = new double[network.lanes().size()][];
  }

  /** Moves the point; positions off the lane are taken to its nearer end. */
  void moveTo(int laneIndex, double positionM) {
    Lane lane = network.lanes().get(laneIndex);
    Shape shape = lane.shape();
    double[] end = endsOf(laneIndex, shape);
    int last = end.length - 1;
    if (last < 0) {
      x = shape.x()[0];
      y = shape.y()[0];
      eastM = 0;
      northM = 1;
      return;
    }
    double along = Math.max(0, Math.min(1, positionM / lane.lengthM())) * end[last];
    int i = 0;
    while (i < last && end[i] <= along) {
      i++;
    }
    double begin = i == 0 ? 0 : end[i - 1];
    double length = end[i] - begin;
    double share = length > 0 ? (along - begin) / length : 0;
    eastM = shape.x()[i + 1] - shape.x()[i];
    northM = shape.y()[i + 1] - shape.y()[i];
    x = shape.x()[i] + share * eastM;
    y = shape.y()[i] + share * northM;
  }

  private double[] endsOf(int laneIndex, Shape shape) {
    double[] known = ends[laneIndex];
    if (known != null) {
      return known;
    }
    double[] end = new double[shape.size() - 1];
    double length = 0;
    for (int i = 0; i < end.length; i++) {
      length += StrictMath.hypot(shape.x()[i + 1] - shape.x()[i], shape.y()[i + 1] - shape.y()[i]);
      end[i] = length;
    }
    ends[laneIndex] = end;
    return end;
  }

  /** Easting, m. */
  double x() {
    return x;
  }

  /** Northing, m. */
  double y() {
    return y;
  }

  /** Heading in degrees, 0 north, 90 east, below 360. */
  double angleDeg() {
    double angle = 90 - StrictMath.toDegrees(StrictMath.atan2(northM, eastM));
    return angle < 0 ? angle + 360 : angle;
  }
}
