package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.sensing.CallRate;
import io.testroad.sensing.CallersSpec;
import io.testroad.sensing.Coverage;
import io.testroad.yaml.MappingReader;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads how people call the police.
 *
 * @param reading what the readers share
 * @param centre whom the hotline tells
 */
record CallersReader(Reading reading, AgentId centre) {

  /** More lines than any hotline has. */
  private static final int MOST_LINES = 10_000;

  /** False calls a day beyond which nothing else would be heard. */
  private static final double MOST_FALSE_CALLS = 100_000;

  /** A rate can't be higher than one call in that time. */
  private static final Duration LEAST = Duration.ofSeconds(1);

  /** Who calls; nobody without a section. */
  CallersSpec read(MappingReader root) {
    Optional<MappingReader> section = root.findMapping("callers");
    if (section.isEmpty()) {
      var closed = new CallersSpec.Hotline(1, Duration.ZERO, Duration.ZERO);
      return new CallersSpec(centre, new Coverage(new TreeMap<>()), Optional.empty(), closed);
    }
    MappingReader reader = section.get();
    var hotline =
        new CallersSpec.Hotline(
            reader.findLong("lines", 1, MOST_LINES).orElse(1L).intValue(),
            reading.spans().get(reader, "handling"),
            reading.spans().get(reader, "patience"));
    var habits =
        new CallersSpec.Habits(
            new CallRate(
                seconds(reader, "first", reading.spans().find(reader, "first")), growthS(reader)),
            reader.findDouble("wrong-place", 0, 1).orElse(0.0),
            reader.findDouble("wrong-kind", 0, 1).orElse(0.0),
            reader.findDouble("false-calls", 0, MOST_FALSE_CALLS).orElse(0.0));
    reader.finish();
    return new CallersSpec(centre, reading.roads().coverage(), Optional.of(habits), hotline);
  }

  private double growthS(MappingReader reader) {
    Optional<Duration> growth = reading.spans().find(reader, "growth");
    return growth.isPresent() && growth.get().isZero()
        ? Double.POSITIVE_INFINITY
        : seconds(reader, "growth", growth);
  }

  /** A time of a second at least; a shorter one is a finding. */
  private double seconds(MappingReader reader, String key, Optional<Duration> time) {
    if (time.isPresent() && time.get().compareTo(LEAST) < 0) {
      reading
          .findings()
          .error(
              "out-of-range",
              reader.find(key).orElseThrow().position(),
              "'" + key + "' is shorter than a second.",
              "People don't call that often.");
    }
    return Math.max(LEAST.toMillis() / 1000.0, time.orElse(LEAST).toMillis() / 1000.0);
  }
}
