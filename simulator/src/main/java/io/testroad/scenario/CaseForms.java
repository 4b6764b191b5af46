package io.testroad.scenario;

import static io.testroad.scenario.ValueShape.choice;

import io.testroad.scenario.ValueShape.Anything;
import io.testroad.scenario.ValueShape.Kind;
import io.testroad.scenario.ValueShape.MapOf;
import io.testroad.scenario.ValueShape.OneOrMany;
import java.util.List;

/** The actions of the script that make cases for rules. */
final class CaseForms {

  /** Those of the facts {@code collision.…} and {@code accident.responsibility}; defaults first. */
  static final List<String> SEVERITIES =
      List.of("property-damage", "slight-injury", "serious-injury", "death");

  static final List<String> KINDS =
      List.of("rear-end", "cut-in", "crossing", "head-on", "side", "fixed-object");
  static final List<String> OTHERS = List.of("vehicle", "pedestrian", "cyclist", "facility");
  static final List<String> RESPONSIBILITIES =
      List.of("full", "main", "equal", "secondary", "none", "undetermined");

  /** What a permit can be restricted to. */
  static final List<String> LIMITS = List.of("speed", "clear-weather", "other-roads", "manual");

  static final List<String> CHANGES = List.of("software", "drivers", "roads");

  static final List<Form> ACTIONS =
      List.of(
          action("upload-fails", "An ICV's operating data no longer reach the platform.")
              .need("vehicle", Kind.TEXT, "the ICV", "pilot-3")
              .may("cause", Kind.TEXT, "link-lost", "why, kebab-case", "link-lost"),
          action("mend-upload", "An ICV's operating data reach the platform again.")
              .need("vehicle", Kind.TEXT, "the ICV", "pilot-3"),
          action("forge-plate", "Another number is painted on an ICV than its plate's.")
              .need("vehicle", Kind.TEXT, "the ICV", "pilot-3")
              .need("number", Kind.TEXT, "what is painted", "鄂A12345"),
          action("map-error", "An ICV takes a road for declared that isn't.")
              .need("vehicle", Kind.TEXT, "the ICV", "pilot-3")
              .need("road", Kind.TEXT, "the road", "local-1-north-1"),
          action("crash", "An ICV collides, on the road or elsewhere.")
              .need("vehicle", Kind.TEXT, "the ICV", "pilot-3")
              .may("severity", choice(SEVERITIES), "property-damage", "how bad", "slight-injury")
              .may("kind", choice(KINDS), "rear-end", "how it comes about", "cut-in")
              .may("other", choice(OTHERS), "vehicle", "with what", "pedestrian")
              .may(
                  "responsibility",
                  choice(RESPONSIBILITIES),
                  "full",
                  "what the inquiry will find of the ICV's",
                  "none")
              .may(
                  "automated",
                  Kind.BOOLEAN,
                  "",
                  "whether the system drove; as it is if not given",
                  "true")
              .may("can-move", Kind.BOOLEAN, "true", "whether it can still move", "false")
              .may("speed", Kind.SPEED, "", "the ICV's; as it is if not given", "50 km/h")
              .may("ttc", Kind.DURATION, "", "time to collision as the other cut in", "0.8 s")
              .may("closing", Kind.SPEED, "", "how fast both came together then", "20 km/h"),
          action("given", "Other values for facts that the policy declares.")
              .may("fleet", Kind.TEXT, "", "of a fleet's vehicles and its operator", "pilot")
              .may("vehicle", Kind.TEXT, "", "or of one ICV", "pilot-3")
              .need("values", new MapOf(new Anything()), "by name", "{warningSignM: 20}"),
          action("restrict", "The traffic police restrict an ICV's permit.")
              .need("vehicle", Kind.TEXT, "the ICV", "pilot-3")
              .need("to", choice(LIMITS), "what to", "manual")
              .may("speed", Kind.SPEED, "30 km/h", "the cap on speed", "40 km/h")
              .may("road", Kind.TEXT, "", "the road that is barred", "ring-n-1")
              .may("days", Kind.INTEGER, "30", "for how long; 0: until it is lifted", "7"),
          action("change", "Something changes that the operator doesn't declare.")
              .need("fleet", Kind.TEXT, "the fleet", "pilot")
              .need("kind", choice(CHANGES), "what changes", "software")
              .may("value", Kind.TEXT, "", "the version, or the zone", "2.0"),
          action("geofence", "An emergency geofence: vehicles inside leave, others keep out.")
              .need("name", Kind.TEXT, "its name", "fire")
              .may("zone", Kind.TEXT, "", "what it closes, a zone", "harbour")
              .may("roads", new OneOrMany(ValueShape.of(Kind.TEXT)), "[]", "or roads", "[ring-*]")
              .may("for", Kind.DURATION, "30 min", "how long it holds", "1 h")
              .may("leave-within", Kind.DURATION, "2 min", "how soon to be out", "5 min"),
          action("lift-geofence", "An emergency geofence is lifted before its time.")
              .need("name", Kind.TEXT, "its name", "fire"),
          SetbackForms.OUTAGE);

  private CaseForms() {}

  private static Form action(String name, String meaning) {
    return Form.of(name, "'" + name + "'", meaning);
  }
}
