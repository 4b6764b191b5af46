package io.testroad.network;

import io.testroad.engine.RandomStream;
import java.util.List;

/**
 * A network that looks like the economic zone of a city: blocks within a fast ring road, arterials
 * that cross it, collectors and local streets, a roundabout, and a river with one bridge, which
 * only the ring crosses besides.
 *
 * <p>Roads are {@code ring-n-4} (clockwise; {@code ring-n-4-ccw} the other way; n, e, s, w are the
 * sides), {@code arterial-2-east-3}, {@code collector-1-south-0}, {@code local-3-west-2}, {@code
 * bridge-north}, {@code bridge-south} and {@code roundabout-0} to {@code -3}; the last number
 * counts from the south or west. Vehicles turn back at the outer ends of the arterials.
 *
 * <p>Deterministic: the same parameters and seed make the same network.
 *
 * @param size blocks a side, 4 to 60
 * @param spacingM side of a block, m, 150 at the least
 */
public record DistrictNetwork(int size, double spacingM) {

  /** How far a crossing may lie off the straight lines, over the spacing. */
  private static final double IRREGULARITY = 0.06;

  /** Radius of the ring's corners, over the spacing. */
  private static final double CORNER_OVER_SPACING = 0.4;

  private static final double ROUNDABOUT_RADIUS_M = 30;
  private static final double ROUNDABOUT_MPS = 8.33;
  private static final int ROUNDABOUT_LANES = 2;
  private static final int BENDS = 5;
  private static final String[] SIDES = {"e", "n", "w", "s"};
  private static final String ROUNDABOUT_NAME = "Zhongxin Roundabout / 中心环岛";

  public DistrictNetwork {
    if (size < 4 || size > 60 || !(spacingM >= 150) || !(spacingM <= 10_000)) {
      throw new IllegalArgumentException("a district needs 4 to 60 blocks of 150 m or more");
    }
  }

  /** The network; the seed decides how irregular its crossings lie. */
  public Network generate(long seed) {
    DistrictLines lines = new DistrictLines(size);
    NetworkBuilder builder = new NetworkBuilder();
    RandomStream random = RandomStream.of(seed, "district-network");
    for (int row = -1; row <= size + 1; row++) {
      for (int column = -1; column <= size + 1; column++) {
        addCrossing(builder, lines, random, column, row);
      }
    }
    for (int row = 0; row <= size; row++) {
      addRow(builder, lines, row);
    }
    for (int column = 0; column <= size; column++) {
      addColumn(builder, lines, column);
    }
    return builder.build();
  }

  private void addCrossing(
      NetworkBuilder builder, DistrictLines lines, RandomStream random, int column, int row) {
    int arms = arms(lines, column, row);
    if (arms == 0) {
      return;
    }
    double x = place(random, column, row, 0);
    double y = place(random, row, column, 1);
    if (column == lines.roundaboutColumn() && row == lines.roundaboutRow()) {
      addRoundabout(builder, x, y);
      return;
    }
    Junction.Kind kind =
        arms == 1
            ? Junction.Kind.DEAD_END
            : RoadClass.crossing(lines.column(column), lines.row(row), arms);
    builder.add(PlainNode.of(node(column, row), x, y, kind));
  }

  /** A coordinate: straight on the ring and beyond it, a little off inside. */
  private double place(RandomStream random, int line, int across, int axis) {
    if (isRing(line) && isRing(across)) {
      double inwards = CORNER_OVER_SPACING * (1 - StrictMath.sqrt(0.5));
      return (line == 0 ? inwards : line - inwards) * spacingM;
    }
    boolean inner = line > 0 && line < size && across > 0 && across < size;
    long entity = axis == 0 ? line * 1000L + across : across * 1000L + line;
    double off = inner ? (2 * random.uniform(entity, axis) - 1) * IRREGULARITY : 0;
    return (line + off) * spacingM;
  }

  private boolean isRing(int line) {
    return line == 0 || line == size;
  }

  /** Points of a ring road forth: half a rounded corner at the ends of a side. */
  private Shape ringBends(boolean alongRow, int line, int segment) {
    boolean first = segment == 0;
    double radius = CORNER_OVER_SPACING * spacingM;
    double along = first ? radius : size * spacingM - radius;
    double across = line == 0 ? radius : size * spacingM - radius;
    double straight = line == 0 ? -Math.PI / 2 : Math.PI / 2;
    double corner = (line == 0) == first ? -Math.PI / 4 : Math.PI / 4;
    Shape arc = RingNetwork.arc(along, across, radius, straight + corner, straight, BENDS);
    Shape forth = first ? arc : reversed(arc);
    return alongRow ? forth : new Shape(forth.y(), forth.x());
  }

  private static Shape reversed(Shape shape) {
    int last = shape.size() - 1;
    double[] x = new double[last + 1];
    double[] y = new double[last + 1];
    for (int i = 0; i <= last; i++) {
      x[i] = shape.x()[last - i];
      y[i] = shape.y()[last - i];
    }
    return new Shape(x, y);
  }

  private int arms(DistrictLines lines, int column, int row) {
    return count(hasRoad(lines, true, row, column - 1))
        + count(hasRoad(lines, true, row, column))
        + count(hasRoad(lines, false, column, row - 1))
        + count(hasRoad(lines, false, column, row));
  }

  private static int count(boolean there) {
    return there ? 1 : 0;
  }

  private boolean hasRoad(DistrictLines lines, boolean alongRow, int line, int segment) {
    if (line < 0 || line > size) {
      return false;
    }
    RoadClass road = alongRow ? lines.row(line) : lines.column(line);
    return segment >= lines.start(road)
        && segment < lines.end(road)
        && (alongRow || lines.goesNorth(line, segment));
  }

  private void addRow(NetworkBuilder builder, DistrictLines lines, int row) {
    for (int segment = -1; segment <= size; segment++) {
      if (hasRoad(lines, true, row, segment)) {
        String west = end(lines, segment, row, "e");
        String east = end(lines, segment + 1, row, "w");
        addBothWays(builder, lines, true, row, segment, west, east);
      }
    }
  }

  private void addColumn(NetworkBuilder builder, DistrictLines lines, int column) {
    for (int segment = -1; segment <= size; segment++) {
      if (hasRoad(lines, false, column, segment)) {
        String south = end(lines, column, segment, "n");
        String north = end(lines, column, segment + 1, "s");
        addBothWays(builder, lines, false, column, segment, south, north);
      }
    }
  }

  private void addBothWays(
      NetworkBuilder builder,
      DistrictLines lines,
      boolean alongRow,
      int line,
      int segment,
      String first,
      String second) {
    RoadClass road = alongRow ? lines.row(line) : lines.column(line);
    String name = lines.roadName(alongRow, line, segment);
    String there = lines.roadId(alongRow, line, segment, true);
    String back = lines.roadId(alongRow, line, segment, false);
    String type = lines.isBridge(alongRow, line, segment) ? "bridge" : road.written();
    PlainRoad forth = road.road(there, first, second, name).withName(name, type);
    PlainRoad backwards = road.road(back, second, first, name).withName(name, type);
    if (road == RoadClass.RING && (segment == 0 || segment == size - 1)) {
      Shape bends = ringBends(alongRow, line, segment);
      forth = forth.withBends(bends);
      backwards = backwards.withBends(reversed(bends));
    }
    builder.add(forth);
    builder.add(backwards);
  }

  private static String node(int column, int row) {
    return "crossing-" + (column + 1) + "-" + (row + 1);
  }

  /** Node at which a road ends: a crossing, or a side of the roundabout. */
  private static String end(DistrictLines lines, int column, int row, String side) {
    return column == lines.roundaboutColumn() && row == lines.roundaboutRow()
        ? "roundabout-" + side
        : node(column, row);
  }

  private static void addRoundabout(NetworkBuilder builder, double x, double y) {
    for (int i = 0; i < SIDES.length; i++) {
      double angle = i * Math.PI / 2;
      builder.add(
          PlainNode.of(
              "roundabout-" + SIDES[i],
              x + ROUNDABOUT_RADIUS_M * StrictMath.cos(angle),
              y + ROUNDABOUT_RADIUS_M * StrictMath.sin(angle),
              Junction.Kind.PRIORITY));
    }
    for (int i = 0; i < SIDES.length; i++) {
      double angle = i * Math.PI / 2;
      String from = "roundabout-" + SIDES[i];
      String to = "roundabout-" + SIDES[(i + 1) % SIDES.length];
      Shape arc = RingNetwork.arc(x, y, ROUNDABOUT_RADIUS_M, angle, angle + Math.PI / 2, BENDS);
      builder.add(
          PlainRoad.of("roundabout-" + i, from, to, ROUNDABOUT_LANES, ROUNDABOUT_MPS)
              .withName(ROUNDABOUT_NAME, "roundabout")
              .withBends(arc));
    }
    builder.addRoundabout(List.of("roundabout-0", "roundabout-1", "roundabout-2", "roundabout-3"));
  }
}
