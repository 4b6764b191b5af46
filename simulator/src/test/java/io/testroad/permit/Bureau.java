package io.testroad.permit;

import io.testroad.engine.AgentId;
import io.testroad.policy.RuleBook;
import java.time.Duration;

/** An authority that takes ten days for a declaration and a day for a plate. */
final class Bureau {

  static final String START = "2025-01-01T08:00:00+08:00";
  static final AgentId ID = AgentId.of("authority", "bureau");

  private Bureau() {}

  static AuthorityAgent agent(RuleBook rules) {
    return new AuthorityAgent(
        new AuthoritySpec("bureau", Duration.ofDays(10), Duration.ofDays(1), "T"), rules);
  }
}
