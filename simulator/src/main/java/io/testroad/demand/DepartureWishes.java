package io.testroad.demand;

import io.testroad.network.Decimals;
import io.testroad.network.XmlElement;
import java.util.List;

/**
 * How a vehicle wants to begin and end, as its attributes say.
 *
 * <p>Of SUMO's positions {@code free} and {@code last} become {@code base} (just inside the edge),
 * since the traffic decides where there is room; {@code random_free} becomes {@code random}. Of its
 * speeds {@code max}, {@code desired}, {@code speedLimit}, {@code last} and {@code avg} become "as
 * fast as is safe". Of its lanes {@code best_prob} becomes {@code best}.
 *
 * <p>Source: "A Vehicle's depart and arrival parameter" in SUMO's "Definition of Vehicles, Vehicle
 * Types, and Routes".
 *
 * @param lane how the first lane is chosen
 * @param laneIndex its number when given
 * @param departAt how the first position is chosen
 * @param departPositionM it, when given, m; negative: from the edge's end
 * @param pace how the first speed is chosen
 * @param departSpeedMps it, when given, m/s
 * @param arriveAt how the last position is chosen
 * @param arrivalPositionM it, when given, m; negative: from the edge's end
 */
record DepartureWishes(
    Departure.Lanes lane,
    int laneIndex,
    Where departAt,
    double departPositionM,
    Pace pace,
    double departSpeedMps,
    Where arriveAt,
    double arrivalPositionM) {

  /** How a position is chosen. */
  enum Where {
    GIVEN,
    /** Just inside the first edge, or at the end of the last. */
    USUAL,
    RANDOM,
    CENTER,
    AT_STOP
  }

  /** How the first speed is chosen. */
  enum Pace {
    GIVEN,
    SAFE,
    RANDOM
  }

  private static final List<String> LANES =
      List.of("random", "free", "allowed", "best", "best_prob", "first");
  private static final List<String> POSITIONS =
      List.of("base", "free", "last", "random", "random_free", "stop", "splitFront");
  private static final List<String> SPEEDS =
      List.of("random", "max", "desired", "speedLimit", "last", "avg");
  private static final List<String> ARRIVALS = List.of("max", "random", "center");

  /** What an element's attributes say, with SUMO's defaults. */
  static DepartureWishes read(XmlElement element) {
    String lane = element.text("departLane", "first");
    double laneIndex = number(lane);
    String position = element.text("departPos", "base");
    double positionM = number(position);
    String speed = element.text("departSpeed", "0");
    double speedMps = number(speed);
    String arrival = element.text("arrivalPos", "max");
    double arrivalM = number(arrival);
    if (laneIndex < 0 || (laneIndex != Math.rint(laneIndex) && !Double.isNaN(laneIndex))) {
      element.badChoice("departLane", lane, LANES);
    }
    if (speedMps < 0) {
      element.fault("out-of-range", "The departure speed is below 0.", "Correct the value.");
    }
    return new DepartureWishes(
        Double.isNaN(laneIndex) ? lane(element, lane) : Departure.Lanes.GIVEN,
        Double.isNaN(laneIndex) ? 0 : (int) laneIndex,
        Double.isNaN(positionM) ? position(element, position) : Where.GIVEN,
        Double.isNaN(positionM) ? 0 : positionM,
        Double.isNaN(speedMps) ? pace(element, speed) : Pace.GIVEN,
        Double.isNaN(speedMps) ? 0 : speedMps,
        Double.isNaN(arrivalM) ? arrival(element, arrival) : Where.GIVEN,
        Double.isNaN(arrivalM) ? 0 : arrivalM);
  }

  private static double number(String text) {
    return Decimals.parse(text, 0, text.length());
  }

  private static Departure.Lanes lane(XmlElement element, String text) {
    return switch (text) {
      case "random" -> Departure.Lanes.RANDOM;
      case "free" -> Departure.Lanes.FREE;
      case "allowed" -> Departure.Lanes.ALLOWED;
      case "best", "best_prob" -> Departure.Lanes.BEST;
      case "first" -> Departure.Lanes.FIRST;
      default -> {
        element.badChoice("departLane", text, LANES);
        yield Departure.Lanes.FIRST;
      }
    };
  }

  private static Where position(XmlElement element, String text) {
    return switch (text) {
      case "base", "free", "last", "splitFront" -> Where.USUAL;
      case "random", "random_free" -> Where.RANDOM;
      case "stop" -> Where.AT_STOP;
      default -> {
        element.badChoice("departPos", text, POSITIONS);
        yield Where.USUAL;
      }
    };
  }

  private static Pace pace(XmlElement element, String text) {
    return switch (text) {
      case "max", "desired", "speedLimit", "last", "avg" -> Pace.SAFE;
      case "random" -> Pace.RANDOM;
      default -> {
        element.badChoice("departSpeed", text, SPEEDS);
        yield Pace.SAFE;
      }
    };
  }

  private static Where arrival(XmlElement element, String text) {
    return switch (text) {
      case "max" -> Where.USUAL;
      case "random" -> Where.RANDOM;
      case "center" -> Where.CENTER;
      default -> {
        element.badChoice("arrivalPos", text, ARRIVALS);
        yield Where.USUAL;
      }
    };
  }
}
