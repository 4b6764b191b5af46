package io.testroad.scenario;

import io.testroad.finding.Findings;
import io.testroad.units.Dimension;
import io.testroad.yaml.MappingReader;
import java.util.OptionalDouble;

/**
 * Reads quantities that must be above 0 and no larger than any vehicle's.
 *
 * @param findings where {@code out-of-range} goes
 */
record PositiveQuantities(Findings findings) {

  private static final double LARGEST = 1000;

  /** The value of a key in SI, empty when it misses or is not in range. */
  OptionalDouble find(MappingReader reader, String key, Dimension dimension) {
    OptionalDouble value = reader.findQuantity(key, dimension);
    if (value.isPresent() && !(value.getAsDouble() > 0 && value.getAsDouble() <= LARGEST)) {
      findings.error(
          "out-of-range",
          reader.find(key).orElseThrow().position(),
          "'" + key + "' is not above 0, or too large.",
          "");
      return OptionalDouble.empty();
    }
    return value;
  }

  /** The value of a key in SI, or a default. */
  double read(MappingReader reader, String key, Dimension dimension, double otherwise) {
    return find(reader, key, dimension).orElse(otherwise);
  }
}
