package io.testroad.bench.models;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * A figure that was measured, beside the one expected.
 *
 * @param caseName the acceptance case, {@code AF-01}
 * @param row what is measured
 * @param expected the published figure, or the formula's where parameters were changed
 * @param tolerance how far measured and expected may differ, in the row's unit
 * @param ok whether they do not differ more; null where nothing is known to expect
 * @param unit empty for a pure number
 * @param allowed the tolerance as it is demanded, {@code 0.5 %}
 * @param note what must be known besides, or null
 */
@JsonPropertyOrder({"case", "row", "expected", "measured", "tolerance", "ok"})
public record ModelRow(
    @JsonProperty("case") String caseName,
    String row,
    double expected,
    double measured,
    double tolerance,
    @Nullable Boolean ok,
    String unit,
    String allowed,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String note) {

  /** Whether it is out of tolerance. */
  public boolean fails() {
    return Boolean.FALSE.equals(ok);
  }
}
