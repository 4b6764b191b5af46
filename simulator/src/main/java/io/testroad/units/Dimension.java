package io.testroad.units;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a quantity measures, with the units it may be written in. */
public enum Dimension {
  /** How long; s. */
  DURATION(
      "duration", "30 s", "ms", 0.001, "s", 1, "min", 60, "h", 3600, "day", 86400, "days", 86400),
  /** How fast; m/s. */
  SPEED("speed", "60 km/h", "km/h", 1 / 3.6, "m/s", 1, "mph", 0.44704),
  /** How far; m. */
  DISTANCE("distance", "1.5 km", "m", 1, "km", 1000),
  /** How often; vehicles per second. */
  RATE("rate", "600 veh/h", "veh/h", 1 / 3600.0, "veh/min", 1 / 60.0, "veh/s", 1),
  /** How much money; CNY. */
  MONEY("amount", "5000000 CNY", "CNY", 1),
  /** How fast speed changes; m/s². */
  ACCELERATION("acceleration", "2.5 m/s2", "m/s2", 1, "m/s²", 1);

  private final String word;
  private final String example;

  @SuppressWarnings("ImmutableEnumChecker") // wrapped unmodifiable
  private final Map<String, Double> units;

  Dimension(String word, String example, Object... unitsAndSizes) {
    this.word = word;
    this.example = example;
    Map<String, Double> map = new LinkedHashMap<>();
    for (int i = 0; i < unitsAndSizes.length; i += 2) {
      map.put((String) unitsAndSizes[i], ((Number) unitsAndSizes[i + 1]).doubleValue());
    }
    this.units = Collections.unmodifiableMap(map);
  }

  /** The word for such a quantity in English. */
  public String word() {
    return word;
  }

  /** An example as written in files. */
  public String example() {
    return example;
  }

  /** The units it may be written in. */
  public List<String> units() {
    return new ArrayList<>(units.keySet());
  }

  /** The size of a unit in SI, empty when it measures something else. */
  Optional<Double> findSize(String unit) {
    return Optional.ofNullable(units.get(unit));
  }

  /** A number of a unit in SI; km/h is divided by 3.6, which keeps 36 km/h at 10 m/s. */
  double toSi(double number, String unit, double size) {
    return switch (unit) {
      case "km/h" -> number / 3.6;
      case "ms" -> number / 1000;
      case "veh/h" -> number / 3600;
      case "veh/min" -> number / 60;
      default -> number * size;
    };
  }
}
