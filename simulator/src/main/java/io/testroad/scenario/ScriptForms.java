package io.testroad.scenario;

import static io.testroad.scenario.ValueShape.choice;

import io.testroad.scenario.ValueShape.Kind;
import io.testroad.scenario.ValueShape.OneOrMany;
import io.testroad.scenario.ValueShape.Part;
import java.util.List;
import java.util.stream.Stream;

/** The parts of the script in a scenario file. */
final class ScriptForms {

  static final List<String> CHANGES = List.of("roads", "software", "drivers", "period");

  private static final List<Form> TRAFFIC =
      List.of(
          action("stall", "A vehicle fails: an ICV by a fault, another by halting.")
              .need("vehicle", Kind.TEXT, "the vehicle", "pilot-3")
              .may("cause", Kind.TEXT, "sensor-fault", "why, kebab-case", "flat-tyre")
              .may("can-move", Kind.BOOLEAN, "false", "whether it can still get aside", "true"),
          action("mend", "A stalled vehicle works again.")
              .need("vehicle", Kind.TEXT, "the vehicle", "pilot-3"),
          action("close-lane", "A lane is closed.")
              .need("road", Kind.TEXT, "the road", "ring-n-1")
              .may("lane", Kind.LANE, "all", "the lane", "1"),
          action(
                  "open-lane",
                  "A lane that the script has closed is opened, if nobody else keeps it closed.")
              .need("road", Kind.TEXT, "the road", "ring-n-1")
              .may("lane", Kind.LANE, "all", "the lane", "1"),
          action(
                  "limit-speed",
                  "A road's speed limit changes; a lower one that an incident needs counts.")
              .need("road", Kind.TEXT, "the road", "ring-n-1")
              .need("speed", Kind.LIMIT, "the limit; network restores its own", "40 km/h"),
          action("set-program", "A signal runs another program.")
              .need("signal", Kind.TEXT, "the signal", "crossing-3-3")
              .need("program", Kind.TEXT, "one of its programs, off, or flashing", "flashing"),
          action("fail-signal", "A signal fails.")
              .need("signal", Kind.TEXT, "the signal", "crossing-3-3")
              .may("mode", choice(List.of("off", "flashing")), "off", "how", "flashing"),
          action("mend-signal", "A signal works again.")
              .need("signal", Kind.TEXT, "the signal", "crossing-3-3"),
          action("fail-sensor", "A sensor, or the platform, fails.")
              .need("sensor", Kind.TEXT, "the sensor; the platform is supervision", "rsu-1")
              .may("cause", Kind.TEXT, "power-cut", "why, kebab-case", "v2x-outage"),
          action("mend-sensor", "A sensor, or the platform, works again.")
              .need("sensor", Kind.TEXT, "the sensor", "rsu-1"),
          action("set-out", "An ICV is ordered on a trip.")
              .need("vehicle", Kind.TEXT, "the ICV", "pilot-3")
              .need("from", Kind.TEXT, "the road it begins on", "ring-n-1")
              .need("to", Kind.TEXT, "the road it ends on", "ring-s-2")
              .may(
                  "via",
                  new OneOrMany(ValueShape.of(Kind.TEXT)),
                  "",
                  "roads on the way",
                  "[ring-e-1]")
              .may("purpose", choice(FleetForms.PURPOSES), "test", "what for", "passengers")
              .may("passengers", Kind.INTEGER, "0", "people who aren't test staff", "2")
              .may("cargo", choice(FleetForms.CARGOES), "none", "what is carried", "goods"),
          action("reroute", "A vehicle gets another route.")
              .need("vehicle", Kind.TEXT, "the vehicle", "pilot-3")
              .need(
                  "roads",
                  new OneOrMany(ValueShape.of(Kind.TEXT)),
                  "the route from where it is, connected",
                  "[ring-n-1, ring-n-2]"),
          action("declare-change", "An operator declares a change, and makes it when confirmed.")
              .need("fleet", Kind.TEXT, "whose", "pilot")
              .need("kind", choice(CHANGES), "what changes", "software")
              .may(
                  "value",
                  Kind.TEXT,
                  "",
                  "the zone, the version, or by how much longer, 6 months if not given",
                  "\"2.0\""),
          action("add-vehicles", "An operator asks for more vehicles in its declaration.")
              .need("fleet", Kind.TEXT, "whose", "pilot")
              .need(
                  "vehicles",
                  Kind.INTEGER,
                  "how many, from the first that isn't in the declaration at the start",
                  "2")
              .may("identical", Kind.BOOLEAN, "true", "whether they are alike in all", "false"),
          action("inspect", "An operator is inspected.").need("fleet", Kind.TEXT, "whom", "pilot"),
          action("remove", "A vehicle is taken off the road.")
              .need("vehicle", Kind.TEXT, "the vehicle", "pilot-3"));

  /** The actions; each entry of the script has one. */
  static final List<Form> ACTIONS =
      Stream.of(TRAFFIC, CaseForms.ACTIONS, List.of(IncidentForms.INCIDENT), IncidentForms.MISHAPS)
          .flatMap(List::stream)
          .toList();

  private static final Form DO = actions(Form.of("do", "'do'", "One action."));

  /** What tells a time from a condition. */
  static final List<Form> ENTRIES =
      List.of(
          actions(
              Form.of("timed", "an entry of the script", "An action at a time.")
                  .need("at", Kind.DURATION, "since the start of the run", "4 min")),
          Form.of(
                  "conditional",
                  "an entry of the script",
                  "An action at the first time that a condition is true.")
              .need("when", Kind.EXPRESSION, "the condition", "incident.open > 0")
              .need("do", new Part(DO), "the action", "{remove: {vehicle: pilot-3}}"));

  private ScriptForms() {}

  private static Form action(String name, String meaning) {
    return Form.of(name, "'" + name + "'", meaning);
  }

  private static Form actions(Form form) {
    Form all = form;
    for (Form action : ACTIONS) {
      String meaning = action.meaning();
      all = all.may(action.name(), new Part(action), "", meaning, "{…}");
    }
    return all;
  }
}
