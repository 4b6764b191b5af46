package io.testroad.incident;

import io.testroad.engine.Facts;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.Task;
import java.time.Duration;
import java.util.Objects;

/**
 * How long units work on a scene.
 *
 * <p>Families: incident durations are log-normal (Jiangsu, Los Angeles), stationary vehicles
 * log-logistic and hazards Weibull (Queensland). Means: damage only 15 min, injury 30 min, fatal 42
 * min (Taiwan motorways, 2019); a minor crash that may be cleared at once 5 min (Wuhan, video quick
 * handling). Deviations, and all figures of treating, rescuing, extinguishing, containing, towing,
 * mending and checking, are assumptions.
 */
final class WorkTimes {

  private static final String HEAVY = "scene.heavy";

  private WorkTimes() {}

  /** The distribution of the time that a task takes on a scene with such facts. */
  static WorkTime of(Task task, Facts facts) {
    return switch (task) {
      case OBSERVE -> new WorkTime("fixed", 20, 0);
      case SECURE -> securing(facts);
      case TREAT -> minutes(12, 6);
      case EXTINGUISH -> minutes(15, 10);
      case RESCUE -> minutes(20, 12);
      case CONTAIN -> minutes(45, 30);
      case RECOVER -> new WorkTime("log-logistic", 15 * 60, 2);
      case TOW -> Boolean.TRUE.equals(facts.find(HEAVY)) ? minutes(25, 15) : minutes(12, 6);
      case SWEEP -> new WorkTime("weibull", 0.9, 25 * 60);
      case MEND_SIGNAL -> minutes(30, 20);
      case CHECK -> minutes(8, 4);
    };
  }

  private static WorkTime securing(Facts facts) {
    String severity = Objects.toString(facts.find(SceneFacts.SEVERITY), "");
    if (severity.equals("death") || count(facts, SceneFacts.DEAD) > 0) {
      return minutes(42, 30);
    }
    if (severity.endsWith("injury") || count(facts, SceneFacts.INJURED) > 0) {
      return minutes(30, 20);
    }
    boolean clearFirst = "clear-first".equals(facts.find("scene.procedure"));
    return clearFirst ? minutes(5, 2.5) : minutes(15, 8);
  }

  private static long count(Facts facts, String name) {
    return facts.find(name) instanceof Long count ? count : 0;
  }

  private static WorkTime minutes(double mean, double deviation) {
    return WorkTime.logNormal(ofMinutes(mean), ofMinutes(deviation));
  }

  private static Duration ofMinutes(double minutes) {
    return Duration.ofMillis(Math.round(minutes * 60_000));
  }
}
