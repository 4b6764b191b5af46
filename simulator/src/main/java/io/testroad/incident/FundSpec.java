package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.WorkingCalendar;

/**
 * What a scenario says of the relief fund for road accidents (道路交通事故社会救助基金).
 *
 * @param calendar which days are worked
 */
public record FundSpec(WorkingCalendar calendar) {

  /** The agent's id. */
  public static final AgentId ID = AgentId.of("fund", "relief");
}
