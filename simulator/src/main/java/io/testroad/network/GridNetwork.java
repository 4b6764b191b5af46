package io.testroad.network;

/**
 * A chequered grid of two-way streets.
 *
 * <p>Street r runs east along row r, avenue c north along column c; roads are {@code
 * street-r-east-c}, {@code street-r-west-c}, {@code avenue-c-north-r} and {@code avenue-c-south-r},
 * counted from the south-west.
 *
 * @param columns avenues, two at the least
 * @param rows streets, two at the least
 * @param spacingM between crossings, m, 40 at the least
 * @param lanes lanes a direction
 * @param speedMps limit, m/s
 * @param signals whether crossings of four roads have signals; elsewhere streets have priority over
 *     avenues
 */
public record GridNetwork(
    int columns, int rows, double spacingM, int lanes, double speedMps, boolean signals) {

  public GridNetwork {
    if (columns < 2 || rows < 2 || (long) columns * rows > 250_000 || !(spacingM >= 40)) {
      throw new IllegalArgumentException("a grid needs 2 to 250000 crossings, 40 m apart");
    }
  }

  /** The network; there is nothing random in it. */
  public Network generate() {
    NetworkBuilder builder = new NetworkBuilder();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        boolean inner = column > 0 && row > 0 && column < columns - 1 && row < rows - 1;
        Junction.Kind kind =
            signals && inner ? Junction.Kind.TRAFFIC_LIGHT : Junction.Kind.PRIORITY;
        builder.add(PlainNode.of(node(column, row), column * spacingM, row * spacingM, kind));
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column + 1 < columns; column++) {
        addBothWays(builder, "street-" + row, column, row, column + 1, row);
      }
    }
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row + 1 < rows; row++) {
        addBothWays(builder, "avenue-" + column, column, row, column, row + 1);
      }
    }
    return builder.build();
  }

  private void addBothWays(
      NetworkBuilder builder, String street, int column, int row, int toColumn, int toRow) {
    boolean east = toColumn > column;
    int segment = east ? column : row;
    String name = (east ? "Street " : "Avenue ") + (east ? row : column);
    String from = node(column, row);
    String to = node(toColumn, toRow);
    String there = street + (east ? "-east-" : "-north-") + segment;
    String back = street + (east ? "-west-" : "-south-") + segment;
    builder.add(road(there, from, to, east).withName(name, "street"));
    builder.add(road(back, to, from, east).withName(name, "street"));
  }

  private PlainRoad road(String id, String from, String to, boolean street) {
    return PlainRoad.of(id, from, to, lanes, speedMps).withPriority(street ? 2 : 1);
  }

  private static String node(int column, int row) {
    return "crossing-" + column + "-" + row;
  }
}
