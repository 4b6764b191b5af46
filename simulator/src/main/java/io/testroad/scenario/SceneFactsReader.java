package io.testroad.scenario;

import io.testroad.protocol.SceneFacts;
import io.testroad.safety.InjuryRisk;
import io.testroad.units.Dimension;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what scripted incidents and hazards have in common. */
final class SceneFactsReader {

  private static final String ALL = "all";
  private static final String SHOULDER = "shoulder";
  private static final int MOST_PEOPLE = 1000;
  private static final double MOST_LITRES = 100_000;
  private static final double LONGEST_M = 2000;
  private static final double FARTHEST_SIGHT_M = 10_000;

  private final Reading reading;

  SceneFactsReader(Reading reading) {
    this.reading = reading;
  }

  /** The facts {@code scene.…} that a mapping says. */
  SortedMap<String, Object> read(MappingReader reader) {
    SortedMap<String, Object> facts = new TreeMap<>();
    people(reader, "injured", SceneFacts.INJURED, facts);
    people(reader, "dead", SceneFacts.DEAD, facts);
    people(reader, "trapped", SceneFacts.TRAPPED, facts);
    word(reader, "severity", CaseForms.SEVERITIES, SceneFacts.SEVERITY, facts);
    word(reader, "other-kind", IncidentForms.OTHERS, SceneFacts.OTHER_KIND, facts);
    word(reader, "responsibility", CaseForms.RESPONSIBILITIES, SceneFacts.RESPONSIBILITY, facts);
    struck(reader, facts);
    reader.findBoolean("can-move").ifPresent(can -> facts.put(SceneFacts.CAN_MOVE, can));
    reader.findText("substance").ifPresent(un -> facts.put(SceneFacts.SUBSTANCE, un));
    reader
        .findDouble("litres", 0, MOST_LITRES)
        .ifPresent(litres -> facts.put(SceneFacts.LITRES, litres));
    metres(reader, "length", LONGEST_M, SceneFacts.LENGTH_M, facts);
    metres(reader, "visibility", FARTHEST_SIGHT_M, SceneFacts.VISIBILITY_M, facts);
    reading
        .spans()
        .find(reader, "lasts")
        .filter(lasts -> !lasts.isZero())
        .ifPresent(lasts -> facts.put(SceneFacts.LASTS_S, lasts.toMillis() / 1000.0));
    return facts;
  }

  private static void people(
      MappingReader reader, String key, String fact, SortedMap<String, Object> facts) {
    reader.findLong(key, 0, MOST_PEOPLE).ifPresent(count -> facts.put(fact, count));
  }

  private static void word(
      MappingReader reader,
      String key,
      List<String> words,
      String fact,
      SortedMap<String, Object> facts) {
    reader.findChoice(key, VehicleMaker.same(words)).ifPresent(word -> facts.put(fact, word));
  }

  private void metres(
      MappingReader reader, String key, double most, String fact, SortedMap<String, Object> facts) {
    OptionalDouble value = reader.findQuantity(key, Dimension.DISTANCE);
    if (value.isPresent() && !(value.getAsDouble() > 0 && value.getAsDouble() <= most)) {
      reading
          .findings()
          .error(
              "out-of-range",
              reader.find(key).orElseThrow().position(),
              "'" + key + "' is not above 0, or too large.",
              "It can be up to " + most + " m.");
    } else if (value.isPresent()) {
      facts.put(fact, value.getAsDouble());
    }
  }

  /** What becomes of somebody who walks or cycles and is struck: Tefft's curves. */
  private static void struck(MappingReader reader, SortedMap<String, Object> facts) {
    OptionalDouble mps = reader.findQuantity("speed", Dimension.SPEED);
    Object other = facts.get(SceneFacts.OTHER_KIND);
    if (mps.isPresent() && ("pedestrian".equals(other) || "cyclist".equals(other))) {
      double death = InjuryRisk.pedestrianDeathTefft(mps.getAsDouble());
      double severe = InjuryRisk.pedestrianSevereInjuryTefft(mps.getAsDouble());
      facts.put(SceneFacts.DEATH_PROBABILITY, death);
      facts.put(SceneFacts.SERIOUS_PROBABILITY, Math.max(0, (severe - death) / (1 - death)));
    }
  }

  /**
   * The lanes that a mapping names: none for the shoulder.
   *
   * @param lanes how many the road has
   * @return empty when nothing is said, or it is faulty
   */
  Optional<List<Integer>> lanes(MappingReader reader, int lanes) {
    List<Scalar> written = Names.texts(reader, "lane", reading.findings());
    if (written.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> found = new ArrayList<>();
    for (Scalar word : written) {
      if (word.text().equals(ALL)) {
        java.util.stream.IntStream.range(0, lanes).forEach(found::add);
      } else if (!word.text().equals(SHOULDER)) {
        OptionalInt lane = lane(word, lanes);
        if (lane.isEmpty()) {
          return Optional.empty();
        }
        found.add(lane.getAsInt());
      }
    }
    return Optional.of(found);
  }

  private OptionalInt lane(Scalar word, int lanes) {
    Optional<Long> lane = word.findLong().filter(l -> l >= 0 && l < lanes);
    if (lane.isEmpty()) {
      reading
          .findings()
          .error(
              "unknown-lane",
              word.position(),
              "The road has no lane '" + word.text() + "'.",
              "Its lanes are 0, the rightmost, to " + (lanes - 1) + "; or write all, or shoulder.");
      return OptionalInt.empty();
    }
    return OptionalInt.of(lane.get().intValue());
  }
}
