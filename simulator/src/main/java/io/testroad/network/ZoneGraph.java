package io.testroad.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Streets of a zone between points, while some are left out, split and joined. */
final class ZoneGraph {

  /** What a road loses to a junction at each end, m, about. */
  private static final double CUT_M = 12;

  final List<double[]> points;
  final List<ZoneStreet> streets;

  /** Points that stay junctions whatever leads to them. */
  final Set<Integer> fixed = new HashSet<>();

  ZoneGraph(List<double[]> points, List<ZoneStreet> streets) {
    this.points = new ArrayList<>(points);
    this.streets = new ArrayList<>(streets);
  }

  int addPoint(double[] at) {
    points.add(at);
    return points.size() - 1;
  }

  double[] middle(ZoneStreet street) {
    double[] a = points.get(street.from());
    double[] b = points.get(street.to());
    return new double[] {(a[0] + b[0]) / 2, (a[1] + b[1]) / 2};
  }

  double lineM(ZoneStreet street) {
    double sum = 0;
    double[] at = points.get(street.from());
    for (double[] bend : street.bends()) {
      sum += StrictMath.hypot(bend[0] - at[0], bend[1] - at[1]);
      at = bend;
    }
    double[] end = points.get(street.to());
    return sum + StrictMath.hypot(end[0] - at[0], end[1] - at[1]);
  }

  /** Length of both roads of a street between its junctions, m, about. */
  double roadM(ZoneStreet street) {
    return roadM(lineM(street));
  }

  /** The same for the length between its points, m. */
  static double roadM(double lineM) {
    return 2 * Math.max(20, lineM - 2 * CUT_M);
  }

  double roadM() {
    return streets.stream().mapToDouble(this::roadM).sum();
  }

  int[] degrees() {
    int[] degrees = new int[points.size()];
    for (ZoneStreet street : streets) {
      degrees[street.from()]++;
      degrees[street.to()]++;
    }
    return degrees;
  }

  /** For each point the indices of its streets. */
  List<List<Integer>> incident() {
    List<List<Integer>> incident = new ArrayList<>();
    points.forEach(point -> incident.add(new ArrayList<>(4)));
    for (int i = 0; i < streets.size(); i++) {
      incident.get(streets.get(i).from()).add(i);
      incident.get(streets.get(i).to()).add(i);
    }
    return incident;
  }

  /** Leaves out streets that lead nowhere, arterials apart. */
  void removeStubs() {
    boolean removed = true;
    while (removed) {
      int[] degrees = degrees();
      removed =
          streets.removeIf(
              street ->
                  street.road() != RoadClass.ARTERIAL
                      && (isEnd(degrees, street.from()) || isEnd(degrees, street.to())));
    }
  }

  private boolean isEnd(int[] degrees, int point) {
    return degrees[point] == 1 && !fixed.contains(point);
  }

  /** Replaces a street by two with a point between them. */
  void split(ZoneStreet street, int middle) {
    streets.remove(street);
    streets.add(
        new ZoneStreet(
            street.road(), street.from(), middle, street.line(), street.bridge(), List.of()));
    streets.add(
        new ZoneStreet(
            street.road(), middle, street.to(), street.line(), street.bridge(), List.of()));
  }

  /** Joins streets of one class where two meet and nothing else does. */
  void join() {
    List<List<Integer>> incident = incident();
    List<ZoneStreet> kept = new ArrayList<>(streets);
    for (int point = 0; point < points.size(); point++) {
      List<Integer> at = incident.get(point);
      if (at.size() != 2 || fixed.contains(point)) {
        continue;
      }
      int first = at.get(0);
      int second = at.get(1);
      ZoneStreet a = kept.get(first);
      ZoneStreet b = kept.get(second);
      int far = b.other(point);
      if (a.road() == b.road() && a.bridge() == b.bridge() && a.other(point) != far) {
        kept.set(first, joined(a, b, point));
        kept.set(second, null);
        incident.get(far).replaceAll(i -> i == second ? Integer.valueOf(first) : i);
      }
    }
    streets.clear();
    kept.stream().filter(street -> street != null).forEach(streets::add);
  }

  private ZoneStreet joined(ZoneStreet a, ZoneStreet b, int point) {
    List<double[]> bends = new ArrayList<>(a.to() == point ? a.bends() : reversed(a.bends()));
    bends.add(points.get(point));
    bends.addAll(b.from() == point ? b.bends() : reversed(b.bends()));
    return new ZoneStreet(a.road(), a.other(point), b.other(point), a.line(), a.bridge(), bends);
  }

  static List<double[]> reversed(List<double[]> points) {
    List<double[]> back = new ArrayList<>(points);
    java.util.Collections.reverse(back);
    return back;
  }
}
