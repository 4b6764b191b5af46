package io.testroad.network;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a district: columns run north, rows run east, both counted from 0 in the south-west;
 * the first and the last are the ring. Each has a class, an id and a street's name.
 */
final class DistrictLines {

  /** Of three neighbouring lines one is an arterial, one a collector, one a local street. */
  private static final RoadClass[] PATTERN = {
    RoadClass.ARTERIAL, RoadClass.COLLECTOR, RoadClass.LOCAL
  };

  private static final String RING_NAME = "Zone Ring Road / 开发区环路";

  private static final List<String> AVENUES =
      List.of(
          "Zhushanhu Avenue / 珠山湖大道",
          "Dongfeng Avenue / 东风大道",
          "Shenlong Avenue / 神龙大道",
          "Chezhou Avenue / 车洲大道",
          "Zhuankou Avenue / 沌口大道",
          "Junshan Avenue / 军山大道",
          "Houguanhu Avenue / 后官湖大道",
          "Zhiyin Avenue / 知音大道");

  private static final List<String> ROADS =
      List.of(
          "Chuangye Road / 创业路",
          "Taizihu Road / 太子湖路",
          "Fengshu Road / 枫树路",
          "Lanhua Road / 兰花路",
          "Gaoke Road / 高科路",
          "Xingye Road / 兴业路",
          "Meizi Road / 梅子路",
          "Zhuyuan Road / 竹园路",
          "Wanjiahu Road / 万家湖路",
          "Tangjiashan Road / 汤家山路",
          "Jinghu Road / 镜湖路",
          "Xianfeng Road / 先锋路");

  static final String BRIDGE_NAME = "Tongshun River Bridge / 通顺河大桥";

  private final int size;
  private final List<RoadClass> columnClasses = new ArrayList<>();
  private final List<RoadClass> rowClasses = new ArrayList<>();
  private final List<String> columnIds = new ArrayList<>();
  private final List<String> rowIds = new ArrayList<>();
  private final List<String> columnNames = new ArrayList<>();
  private final List<String> rowNames = new ArrayList<>();
  private final int[] counts = new int[RoadClass.values().length];
  private int avenues;
  private int roads;

  DistrictLines(int size) {
    this.size = size;
    for (int i = 0; i <= size; i++) {
      RoadClass column = isRing(i) ? RoadClass.RING : PATTERN[Math.floorMod(i - bridgeColumn(), 3)];
      add(columnClasses, columnIds, columnNames, column, i == 0 ? "ring-w" : "ring-e");
    }
    for (int i = 0; i <= size; i++) {
      RoadClass row = isRing(i) ? RoadClass.RING : PATTERN[Math.floorMod(i - southBank() + 1, 3)];
      boolean northBank = i == southBank() + 1 && row != RoadClass.RING;
      row = northBank ? RoadClass.COLLECTOR : row;
      add(rowClasses, rowIds, rowNames, row, i == 0 ? "ring-s" : "ring-n");
    }
    rowNames.set(southBank(), "Binhe South Road / 滨河南路");
    if (!isRing(southBank() + 1)) {
      rowNames.set(southBank() + 1, "Binhe North Road / 滨河北路");
    }
  }

  private void add(
      List<RoadClass> classes, List<String> ids, List<String> names, RoadClass line, String side) {
    classes.add(line);
    ids.add(line == RoadClass.RING ? side : line.written() + "-" + ++counts[line.ordinal()]);
    names.add(name(line));
  }

  private String name(RoadClass line) {
    if (line == RoadClass.RING) {
      return RING_NAME;
    }
    if (line == RoadClass.ARTERIAL && avenues < AVENUES.size()) {
      return AVENUES.get(avenues++);
    }
    int number = roads++;
    return number < ROADS.size()
        ? ROADS.get(number)
        : "Chuangxin Road " + (number - 11) + " / 创新" + (number - 11) + "路";
  }

  private boolean isRing(int line) {
    return line == 0 || line == size;
  }

  /** The column whose arterial crosses the river. */
  int bridgeColumn() {
    return size / 2;
  }

  /** The row south of the river; the next one lies north of it. */
  int southBank() {
    return size / 2;
  }

  /** Where the roundabout lies: on the first collector east of the bridge. */
  int roundaboutColumn() {
    return bridgeColumn() + 1;
  }

  /** A row away from the river, a collector if there is one, else a local street. */
  int roundaboutRow() {
    int best = southBank() - 1;
    for (int row = 1; row < size; row++) {
      boolean bank = row == southBank() || row == southBank() + 1;
      if (!bank && rank(rowClasses.get(row)) < rank(rowClasses.get(best))) {
        best = row;
      }
    }
    return best;
  }

  private static int rank(RoadClass line) {
    return switch (line) {
      case COLLECTOR -> 0;
      case LOCAL -> 1;
      default -> 2;
    };
  }

  RoadClass column(int i) {
    return columnClasses.get(i);
  }

  RoadClass row(int i) {
    return rowClasses.get(i);
  }

  /** First and last place of a line: arterials go on beyond the ring. */
  int start(RoadClass line) {
    return line == RoadClass.ARTERIAL ? -1 : 0;
  }

  int end(RoadClass line) {
    return line == RoadClass.ARTERIAL ? size + 1 : size;
  }

  /** Whether a column goes on from a row to the next: few cross the river. */
  boolean goesNorth(int column, int row) {
    return row != southBank() || isRing(column) || column == bridgeColumn();
  }

  /** Id of a road along a row or a column. */
  String roadId(boolean alongRow, int line, int segment, boolean forth) {
    RoadClass road = alongRow ? rowClasses.get(line) : columnClasses.get(line);
    String id = alongRow ? rowIds.get(line) : columnIds.get(line);
    if (road == RoadClass.RING) {
      boolean clockwise = forth == (alongRow ? line == size : line == 0);
      return id + "-" + segment + (clockwise ? "" : "-ccw");
    }
    if (isBridge(alongRow, line, segment)) {
      return forth ? "bridge-north" : "bridge-south";
    }
    String direction = alongRow ? (forth ? "-east-" : "-west-") : (forth ? "-north-" : "-south-");
    return id + direction + (segment - start(road));
  }

  /** Whether a road is the bridge. */
  boolean isBridge(boolean alongRow, int line, int segment) {
    return !alongRow && line == bridgeColumn() && segment == southBank();
  }

  /** Street's name of a road along a row or a column. */
  String roadName(boolean alongRow, int line, int segment) {
    if (isBridge(alongRow, line, segment)) {
      return BRIDGE_NAME;
    }
    return alongRow ? rowNames.get(line) : columnNames.get(line);
  }
}
