package io.testroad.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far the source of a rule or a number may be trusted. */
public enum Grade {
  /** The instrument's own text was seen. */
  PRIMARY("The instrument's own text was seen."),
  /** A report, a digest or a local copy of the instrument was seen. */
  SECONDARY("A report, a digest or a local copy of the instrument was seen."),
  /** Only a draft for consultation was seen; the final text may differ. */
  DRAFT("Only a draft for consultation was seen; the final text may differ."),
  /** From memory or derived: no claim of law. */
  ASSUMPTION("From memory or derived: no claim of law.");

  private final String meaning;

  Grade(String meaning) {
    this.meaning = meaning;
  }

  /** What it means, a sentence in English. */
  public String meaning() {
    return meaning;
  }

  /** The written form, kebab-case. */
  @JsonValue
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The grade of a written form. */
  public static Optional<Grade> find(String written) {
    return Arrays.stream(values()).filter(value -> value.written().equals(written)).findFirst();
  }

  @Override
  public String toString() {
    return written();
  }
}
