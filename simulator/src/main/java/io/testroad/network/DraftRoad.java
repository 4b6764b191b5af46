package io.testroad.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A road while a network is built. */
final class DraftRoad {

  private static final double LONGEST_CUT = 0.8;

  final PlainRoad plain;
  final DraftNode from;
  final DraftNode to;

  /** From node to node: the left border where a partner leads back, else the middle. */
  final Shape line;

  /** The ways that leave it, in the order of its junction's requests. */
  final List<DraftTurn> turns = new ArrayList<>();

  /** The ways it has by order; empty when they follow from its junction. */
  final List<PlainWay> ways = new ArrayList<>();

  @Nullable DraftRoad partner;
  boolean onRing;
  double cutStartM;
  double cutEndM;
  List<Shape> lanes = List.of();
  double lengthM;
  int edge;
  int firstLane;

  DraftRoad(PlainRoad plain, DraftNode from, DraftNode to) {
    this.plain = plain;
    this.from = from;
    this.to = to;
    line = line(plain, from.plain, to.plain);
  }

  private static Shape line(PlainRoad plain, PlainNode from, PlainNode to) {
    Shape bends = plain.bends().orElse(new Shape(new double[] {0}, new double[] {0}));
    int count = plain.bends().isPresent() ? bends.size() : 0;
    double[] x = new double[count + 2];
    double[] y = new double[count + 2];
    x[0] = from.x();
    y[0] = from.y();
    for (int i = 0; i < count; i++) {
      x[i + 1] = bends.x()[i];
      y[i + 1] = bends.y()[i];
    }
    x[count + 1] = to.x();
    y[count + 1] = to.y();
    return new Shape(x, y);
  }

  /** Heading at which it arrives, rad. */
  double endHeading() {
    return Polyline.endHeading(line);
  }

  /** Heading at which it leaves, rad. */
  double startHeading() {
    return Polyline.startHeading(line);
  }

  /** How far it reaches to the right of its line, m. */
  double rightM() {
    return partner == null ? plain.widthM() / 2 : plain.widthM();
  }

  /** How far it reaches to the left of its line, m. */
  double leftM() {
    return partner == null ? plain.widthM() / 2 : 0;
  }

  /** A border of the road: the parallel of its line, cut at the junctions. */
  Shape border(double rightM) {
    double whole = line.lengthM();
    double scale = Math.min(1, LONGEST_CUT * whole / (cutStartM + cutEndM));
    Shape parallel = Polyline.parallel(line, rightM);
    double stretch = scale * parallel.lengthM() / whole;
    return Polyline.cut(parallel, cutStartM * stretch, cutEndM * stretch);
  }

  /** Lays its lanes between the junctions, once these are known. */
  void layLanes() {
    List<Shape> shapes = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < plain.lanes(); i++) {
      double right = rightM() - (i + 0.5) * plain.laneWidthM();
      Shape shape = Polyline.toCentimetre(border(right));
      shapes.add(shape);
      sum += shape.lengthM();
    }
    lanes = List.copyOf(shapes);
    lengthM = Polyline.toCentimetre(sum / lanes.size());
  }
}
