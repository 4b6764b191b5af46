package io.testroad.scenario;

import io.testroad.engine.RoadDecision;
import io.testroad.scenario.ActionReader.Action;
import io.testroad.yaml.MappingReader;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Reads the actions of the script by which a driver makes a mistake. */
final class MishapReader {

  /** More lanes than any road has. */
  private static final long LANES = 32;

  private final Reading reading;

  private final Function<MappingReader, Optional<String>> vehicle;

  /**
   * A reader of mistakes.
   *
   * @param vehicle reads the vehicle that an action names, which must exist
   */
  MishapReader(Reading reading, Function<MappingReader, Optional<String>> vehicle) {
    this.reading = reading;
    this.vehicle = vehicle;
  }

  /** A driver doesn't look for a while. */
  Optional<Action> distract(MappingReader reader) {
    Duration lasts = reading.spans().get(reader, "for");
    return vehicle
        .apply(reader)
        .map(v -> Action.of(new RoadDecision.Distract(v, lasts.toMillis() / 1000.0)));
  }

  /** A vehicle changes its lane whoever is there. */
  Optional<Action> cutIn(MappingReader reader) {
    reader.require("lane");
    Optional<Long> lane = reader.findLong("lane", 0, LANES);
    return vehicle
        .apply(reader)
        .flatMap(v -> lane.map(l -> Action.of(new RoadDecision.CutIn(v, l.intValue()))));
  }
}
