package io.testroad.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.demand.VehicleType;
import io.testroad.policy.Fact;
import io.testroad.scenario.ValueShape.ListOf;
import io.testroad.scenario.ValueShape.MapOf;
import io.testroad.scenario.ValueShape.OneOrMany;
import io.testroad.scenario.ValueShape.Part;
import io.testroad.scenario.ValueShape.Single;
import io.testroad.scenario.ValueShape.Variants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Writes docs/scenario-reference.md when run with -Dtestroad.writeDocs=true; checks it otherwise.
 */
class ScenarioReferenceTest {

  private static final Path PAGE = Path.of("..", "docs", "scenario-reference.md");

  private final StringBuilder page = new StringBuilder();
  private final Map<String, Form> forms = new LinkedHashMap<>();

  @Test
  void thePageIsUpToDate() throws IOException {
    String written = write();
    if (Boolean.getBoolean("testroad.writeDocs")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, written);
    }
    assertThat(Files.readString(PAGE))
        .as("run this test with -Dtestroad.writeDocs=true to write the page anew")
        .isEqualTo(written);
  }

  private String write() {
    line("# Scenario files: reference");
    line("");
    line("*Written by `ScenarioReferenceTest`; don't edit.*");
    line("");
    line(
        "A scenario is a YAML file (JSON is YAML too), without anchors, aliases and tags. Durations,");
    line(
        "speeds, distances, rates and amounts carry a unit. Paths count from the scenario's file.");
    line(
        "Every fault of a file is reported at once, with its place. A value can be set from outside");
    line(
        "by its path: `--set fleets.pilot.vehicles=3`. A run keeps the scenario with all defaults;");
    line("put beside the original file, that is the same scenario.");
    line("");
    collect(new Part(ScenarioForms.ROOT));
    forms.values().forEach(this::form);
    types();
    weather();
    expectations();
    return page.toString();
  }

  private void collect(ValueShape shape) {
    if (shape instanceof Part part) {
      if (forms.putIfAbsent(part.form().name(), part.form()) == null) {
        part.form().keys().forEach(key -> collect(key.shape()));
      }
    } else if (shape instanceof ListOf list) {
      collect(list.item());
    } else if (shape instanceof MapOf map) {
      collect(map.item());
    } else if (shape instanceof Variants variants) {
      variants.forms().forEach(form -> collect(new Part(form)));
    }
  }

  private void form(Form form) {
    heading(form.name());
    line(form.meaning());
    line("");
    row("key", "value", "default", "meaning", "example");
    row("---", "---", "---", "---", "---");
    for (Form.Key key : form.keys()) {
      row(
          "`" + key.name() + "`",
          shape(key.shape()),
          key.required() ? "**required**" : key.fallback().isEmpty() ? "" : code(key.fallback()),
          key.meaning(),
          key.example().contains("…") ? "" : code(key.example()));
    }
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }

  private static String shape(ValueShape shape) {
    if (shape instanceof Part part) {
      return link(part.form());
    } else if (shape instanceof ListOf list) {
      return "list of " + shape(list.item());
    } else if (shape instanceof OneOrMany many) {
      return shape(many.item()) + ", or list of such";
    } else if (shape instanceof MapOf map) {
      return "by name: " + shape(map.item());
    } else if (shape instanceof Variants variants) {
      return variants.forms().stream()
          .map(ScenarioReferenceTest::link)
          .collect(Collectors.joining(" or "));
    } else if (shape instanceof Single single) {
      return single.values().isEmpty()
          ? single.kind().written()
          : single.values().size() > 12
              ? "a class as in SUMO"
              : single.values().stream().map(v -> "`" + v + "`").collect(Collectors.joining(", "));
    }
    return "anything";
  }

  private static String link(Form form) {
    return "[" + form.name() + "](#" + form.name() + ")";
  }

  private void types() {
    heading("built-in types");
    row("type", "class", "length, m", "top speed, km/h", "a, m/s²", "b, m/s²", "headway, s");
    row("---", "---", "---", "---", "---", "---", "---");
    for (VehicleType type : TypeTable.builtIn().values()) {
      row(
          "`" + type.id() + "`",
          type.vehicleClass().written(),
          number(type.lengthM()),
          number(type.maxSpeedMps() * 3.6),
          number(type.accelMps2()),
          number(type.decelMps2()),
          number(type.tauS()));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private void weather() {
    heading("weather states");
    line("All factors are assumptions.");
    line("");
    row("state", "factor on desired speed", "factor on time headway");
    row("---", "---", "---");
    for (Weather weather : Weather.values()) {
      row(
          "`" + weather.written() + "`",
          Double.toString(weather.speedFactor()),
          Double.toString(weather.headwayFactor()));
    }
  }

  private void expectations() {
    heading("facts of expectations and conditions");
    line(
        "Expressions are [CEL](https://cel.dev) with the functions of `policy-reference.md`. One over");
    line("`vehicle.…` is evaluated for each ICV whenever its agent has had a turn (on the road at");
    line(
        "least once a second), and likewise for the other agents; one over `event.…` for each event,");
    line("with the facts of the agent that the event is about, if it names any; `incident.…`,");
    line(
        "`centre.…` and `now` may stand beside all of them. An attribute that an event lacks says");
    line("nothing: `event.type == 'x' && event.lane == 0` is false for events of other types.");
    line(
        "An expectation fails once for each subject. `eventually` with `within` whose time isn't over");
    line("when the run ends has not failed; without `whenever` it must come true before the end.");
    line("");
    row("fact", "type", "meaning");
    row("---", "---", "---");
    for (Fact fact : WatchFacts.LANGUAGE.facts().values()) {
      String values =
          fact.values().isEmpty() || fact.name().equals("event.type")
              ? ""
              : ": "
                  + fact.values().stream()
                      .map(v -> v.isEmpty() ? "empty" : "`" + v + "`")
                      .collect(Collectors.joining(", "));
      row("`" + fact.name() + "`", fact.type().written(), fact.meaning() + values);
    }
    line("");
    line("The types of events are those of `EventType`, in kebab-case.");
  }

  private void heading(String text) {
    line("");
    line("## " + text);
    line("");
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
