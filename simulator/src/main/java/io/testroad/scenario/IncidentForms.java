package io.testroad.scenario;

import static io.testroad.scenario.ValueShape.choice;

import io.testroad.protocol.SceneKind;
import io.testroad.scenario.ValueShape.Kind;
import io.testroad.scenario.ValueShape.OneOrMany;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The parts of a scenario file that say what goes wrong on the roads. */
final class IncidentForms {

  /** What a collision is with. */
  static final List<String> OTHERS = List.of("vehicle", "pedestrian", "cyclist", "fixture");

  /** What happens to vehicles that must be named, and so not to anybody at random. */
  private static final Set<SceneKind> OF_NAMED =
      EnumSet.of(SceneKind.RUNAWAY_VEHICLE, SceneKind.DEADLOCK, SceneKind.SIGNAL_FAILURE);

  /** Kinds that the script brings about. */
  static final List<String> KINDS =
      Arrays.stream(SceneKind.values()).map(SceneKind::written).toList();

  /** Kinds that come at random. */
  static final List<String> RANDOM_KINDS =
      Arrays.stream(SceneKind.values())
          .filter(kind -> !OF_NAMED.contains(kind))
          .map(SceneKind::written)
          .toList();

  /** The action of the script. */
  static final Form INCIDENT =
      what(
          Form.of(
                  "incident",
                  "'incident'",
                  "Something goes wrong on a road; nobody knows of it until somebody sees it.")
              .need("kind", choice(KINDS), "what goes wrong", "debris")
              .need("road", Kind.TEXT, "the road", "ring-n-1")
              .may("position", Kind.DISTANCE, "", "where on it; its middle if not given", "120 m")
              .may(
                  "vehicles",
                  new OneOrMany(ValueShape.of(Kind.TEXT)),
                  "",
                  "the vehicles that it happens to, where they are; if not given others, which the"
                      + " roads know as obstacles",
                  "[f.3, f.4]")
              .may(
                  "roads",
                  ScenarioForms.GLOBS,
                  "",
                  "further roads, for fog and floods",
                  "[ring-n-*]")
              .may("signal", Kind.TEXT, "", "the signal that fails", "crossing-1-1")
              .may("mode", choice(List.of("off", "flashing")), "off", "how it fails", "flashing")
              .may("downhill", Kind.NUMBER, "0", "slope, for a vehicle that can't brake", "0.06")
              .may("ramp", Kind.TEXT, "", "the escape ramp's road behind this one", "ramp-1")
              .may("ramp-grade", Kind.NUMBER, "0.1", "rise of the escape ramp", "0.12")
              .may("plate", Kind.TEXT, "", "the number on a forged plate", "鄂A12345"));

  /** Mistakes of drivers. */
  static final List<Form> MISHAPS =
      List.of(
          Form.of(
                  "distract",
                  "'distract'",
                  "A driver doesn't look for a while: he sees nobody ahead, no red light, and nobody"
                      + " who has the right of way; he keeps his speed and his lane.")
              .need("vehicle", Kind.TEXT, "the vehicle", "f.3")
              .may("for", Kind.DURATION, "5 s", "for how long", "10 s"),
          Form.of("cut-in", "'cut-in'", "A vehicle changes its lane whoever is there.")
              .need("vehicle", Kind.TEXT, "the vehicle", "f.3")
              .need("lane", Kind.INTEGER, "the neighbouring lane, 0 the rightmost", "1"));

  /** Something that goes wrong at random. */
  static final Form HAZARD =
      what(
          Form.of(
                  "hazard",
                  "a hazard",
                  "Something that goes wrong at random: a Poisson process in time, evenly by length"
                      + " over some roads.")
              .need("kind", choice(RANDOM_KINDS), "what goes wrong", "debris")
              .need("rate", Kind.FREQUENCY, "how often on all its roads together", "0.5 per hour")
              .need("roads", ScenarioForms.GLOBS, "where, as in zones", "[ring-*]")
              .may("from", Kind.DURATION, "0 s", "since when, from the start", "5 min")
              .may("until", Kind.DURATION, "", "until when; to the end if not given", "30 min"));

  /** What holds for all scenes. */
  static final Form SCENES =
      Form.of("scenes", "'scenes'", "What holds for everything that goes wrong on the roads.")
          .may(
              "secondary-crashes",
              Kind.BOOLEAN,
              "false",
              "whether crashes in the queues before blocked lanes are drawn",
              "true")
          .may(
              "incident-screen",
              Kind.BOOLEAN,
              "false",
              "whether units put up a screen, so that nobody on the other side slows down to look",
              "true")
          .may(
              "count-upstream",
              Kind.DISTANCE,
              "3 km",
              "how far back from a scene delays are counted",
              "5 km")
          .may(
              "most-counted",
              Kind.INTEGER,
              "200",
              "scenes whose delays are counted at a time; later ones have an account of lanes and"
                  + " riders only",
              "50");

  private IncidentForms() {}

  private static Form what(Form form) {
    return form.may(
            "lane",
            new OneOrMany(ValueShape.of(Kind.TEXT)),
            "",
            "the lanes from the right, 0 the first; shoulder, or all. If not given the rightmost,"
                + " and for a hazard any",
            "[0, 1]")
        .may("cause", Kind.TEXT, "", "why, kebab-case", "fallen-load")
        .may("injured", Kind.INTEGER, "", "people injured", "2")
        .may("dead", Kind.INTEGER, "", "people dead", "1")
        .may("trapped", Kind.INTEGER, "", "those of the injured who can't get out", "1")
        .may("severity", choice(CaseForms.SEVERITIES), "", "how bad a collision is", "death")
        .may("other-kind", choice(OTHERS), "", "what a collision is with", "pedestrian")
        .may(
            "speed",
            Kind.SPEED,
            "",
            "at which a pedestrian or cyclist is struck; by it is drawn who dies, unless said",
            "40 km/h")
        .may(
            "responsibility",
            choice(CaseForms.RESPONSIBILITIES),
            "",
            "what the inquiry finds",
            "main")
        .may("can-move", Kind.BOOLEAN, "false", "whether the vehicles can still drive", "true")
        .may("substance", Kind.TEXT, "", "UN number of what leaks or burns", "\"1203\"")
        .may("litres", Kind.NUMBER, "", "how much leaks", "400")
        .may("length", Kind.DISTANCE, "", "of what lies on the road", "8 m")
        .may("visibility", Kind.DISTANCE, "", "how far one sees in fog", "80 m")
        .may(
            "lasts",
            Kind.DURATION,
            "",
            "how long fog, water, congestion or a deadlock lasts; 1 h if not given, a deadlock"
                + " until it is dissolved",
            "20 min");
  }
}
