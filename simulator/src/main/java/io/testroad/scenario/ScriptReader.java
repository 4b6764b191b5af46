package io.testroad.scenario;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RoadDecision;
import io.testroad.policy.FactExpression;
import io.testroad.protocol.VehicleLetter;
import io.testroad.sensing.PlatformSpec;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the script and the weather. */
final class ScriptReader {

  /** Whom changes of the weather are about. */
  private static final String WEATHER = "weather:all";

  private static final class Draft {
    private final List<RoadDecision> decisions = new ArrayList<>();
    private final List<Addressed> letters = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
  }

  private final Reading reading;
  private final Cast cast;
  private final ActionReader actions;
  private final ExpectReader expressions;
  private final SortedMap<Long, Draft> drafts = new TreeMap<>();
  private final List<Conditional> conditionals = new ArrayList<>();

  ScriptReader(Reading reading, Cast cast, ExpectReader expressions) {
    this.reading = reading;
    this.cast = cast;
    this.expressions = expressions;
    actions = new ActionReader(reading, cast);
  }

  /** What happens when, in order of ticks. */
  List<Scripted> read(MappingReader root) {
    for (Node node : root.list("weather")) {
      MappingReader.of(node, ScenarioForms.WEATHER.what(), reading.findings())
          .ifPresent(this::weather);
    }
    for (Node node : root.list("script")) {
      MappingReader.of(node, "an entry of the script", reading.findings()).ifPresent(this::entry);
    }
    List<Scripted> script = new ArrayList<>();
    drafts.forEach((tick, d) -> script.add(new Scripted(tick, d.decisions, d.letters, d.events)));
    return script;
  }

  /** What happens when something becomes true, in order; after {@link #read}. */
  List<Conditional> conditionals() {
    return conditionals;
  }

  private Draft at(MappingReader reader) {
    Duration at = reading.spans().require(reader, "at");
    reading.checkBeforeEnd(at, reader.position());
    long tick = reading.clock().ticksCovering(at);
    return drafts.computeIfAbsent(tick, t -> new Draft());
  }

  private void weather(MappingReader reader) {
    Draft draft = at(reader);
    long tick =
        drafts.entrySet().stream()
            .filter(e -> e.getValue() == draft)
            .findFirst()
            .orElseThrow()
            .getKey();
    Optional<String> state = reader.requireChoice("state", VehicleMaker.same(Weather.names()));
    reader.finish();
    state
        .flatMap(Weather::find)
        .ifPresent(
            weather -> {
              draft.decisions.add(weather.decision());
              var letter = new VehicleLetter.WeatherTurned(weather.written());
              cast.icvs().forEach(icv -> draft.letters.add(new Addressed(icv, letter)));
              cast.sensors().stream()
                  .filter(sensor -> !sensor.equals(PlatformSpec.ID))
                  .forEach(sensor -> draft.letters.add(new Addressed(sensor, letter)));
              draft.events.add(
                  new Event(
                      tick,
                      EventType.WEATHER_CHANGED,
                      WEATHER,
                      Facts.of("state", weather.written())));
            });
  }

  private void entry(MappingReader reader) {
    boolean conditional = reader.has("when");
    if (conditional == reader.has("at")) {
      reading
          .findings()
          .error(
              "script-time",
              reader.position(),
              "An entry of the script needs either 'at' or 'when'.",
              "Write 'at: 4 min' and an action, or 'when: <condition>' and 'do: {<action>}'.");
    } else if (conditional) {
      condition(reader);
    } else {
      Draft draft = at(reader);
      actions
          .read(reader)
          .ifPresent(
              action -> {
                draft.decisions.addAll(action.decisions());
                draft.letters.addAll(action.letters());
              });
      reader.finish();
    }
  }

  private void condition(MappingReader reader) {
    Optional<FactExpression> when =
        reader.requireScalar("when").flatMap((Scalar text) -> expressions.expression(text));
    Optional<MappingReader> action = reader.requireMapping("do");
    Optional<ActionReader.Action> read = action.flatMap(actions::read);
    action.ifPresent(MappingReader::finish);
    reader.finish();
    if (when.isPresent() && read.isPresent()) {
      conditionals.add(new Conditional(when.get(), read.get().decisions(), read.get().letters()));
    }
  }
}
