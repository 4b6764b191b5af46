package io.testroad.incident;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;

/**
 * Whom a centre has to tell of an incident.
 *
 * @param to whom
 * @param report at which stage
 * @param within how soon: the initial report after the incident was reported, progress each time so
 *     long after the last report, the final one after the incident was closed
 * @param when whether it is due
 */
public record ReportDuty(Recipient to, Stage report, Duration within, PlanCondition when) {

  /** Who is told. Written in kebab-case. */
  public enum Recipient {
    CITY,
    PROVINCE,
    OPERATOR,
    PUBLIC;

    /** The written form. */
    @JsonValue
    public String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which report. Written in kebab-case. */
  public enum Stage {
    INITIAL,
    PROGRESS,
    FINAL;

    /** The written form. */
    @JsonValue
    public String written() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
