package io.testroad.sensing;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;

/** The facts that sensors, checkpoints and the platform let others observe. */
final class SensorFacts {

  private SensorFacts() {}

  static Facts of(AgentId id, int occurrences, int noticed, int falseAlarms, boolean works) {
    return Facts.of(
        "sensor.name", id.name(),
        "sensor.occurrences", occurrences,
        "sensor.noticed", noticed,
        "sensor.falseAlarms", falseAlarms,
        "sensor.works", works);
  }
}
