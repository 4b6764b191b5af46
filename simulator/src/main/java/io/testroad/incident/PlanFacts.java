package io.testroad.incident;

import io.testroad.engine.Facts;
import io.testroad.policy.Fact;
import io.testroad.policy.FactLanguage;
import io.testroad.policy.FactType;
import io.testroad.protocol.SceneKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The facts that the conditions of plans read: what a centre believes of an incident, not what is
 * really there. What nobody has told it yet reads as 0, false, or an empty text.
 */
public final class PlanFacts {

  /** What it is taken for, see {@link SceneKind}. */
  public static final String KIND = "incident.kind";

  /** The name of its {@link SeverityClass}; empty while it is being classified. */
  public static final String SEVERITY = "incident.severity";

  /** The priority of that class, 1 to 4; 0 while it is being classified. */
  public static final String PRIORITY = "incident.priority";

  /** How bad a collision is as reported: property-damage, slight-injury, serious-injury, death. */
  public static final String HARM = "incident.harm";

  public static final String INJURED = "incident.injured";
  public static final String DEAD = "incident.dead";
  public static final String TRAPPED = "incident.trapped";
  public static final String BLOCKED_LANES = "incident.blockedLanes";
  public static final String LANES = "incident.lanes";

  /** Set by {@link #complete} from the two before it, unless it is given. */
  public static final String OPEN_LANES = "incident.openLanes";

  public static final String FIRE = "incident.fire";
  public static final String SUBSTANCE = "incident.substance";
  public static final String LITRES = "incident.litres";
  public static final String ICV = "incident.icv";
  public static final String CAN_MOVE = "incident.canMove";
  public static final String OTHER_KIND = "incident.otherKind";
  public static final String RIDERS = "incident.riders";
  public static final String VEHICLES = "incident.vehicles";
  public static final String EXPRESSWAY = "incident.expressway";
  public static final String SPEED_LIMIT = "incident.speedLimitMps";
  public static final String ZONE = "incident.zone";
  public static final String CAUSE = "incident.cause";
  public static final String WAITS = "incident.waitsS";
  public static final String REPORTS = "incident.reports";
  public static final String VERIFIED = "incident.verified";
  public static final String UNITS_SENT = "incident.unitsSent";
  public static final String UNITS_THERE = "incident.unitsThere";
  public static final String NIGHT = "incident.night";
  public static final String WEATHER = "incident.weather";
  public static final String LEVEL = "centre.level";
  public static final String FREE_UNITS = "centre.freeUnits";
  public static final String OPEN = "centre.open";
  public static final String QUEUE = "centre.queue";

  private static final SortedMap<String, Fact> TABLE = new TreeMap<>();

  static {
    text(KIND, "what it is taken for", kinds());
    text(SEVERITY, "the name of its class of severity; empty while it is being classified");
    whole(PRIORITY, "the priority of that class, 1 (life) to 4; 0 while it is being classified");
    text(
        HARM,
        "how bad a collision is as reported",
        "",
        "property-damage",
        "slight-injury",
        "serious-injury",
        "death");
    whole(INJURED, "people injured and alive");
    whole(DEAD, "people dead");
    whole(TRAPPED, "those of the injured who can't get out by themselves");
    whole(BLOCKED_LANES, "lanes that are blocked");
    whole(LANES, "lanes the road has");
    whole(OPEN_LANES, "lanes of the road that aren't blocked");
    truth(FIRE, "whether something burns");
    text(SUBSTANCE, "UN number of what leaks or burns; empty: nothing hazardous");
    number(LITRES, "how much has leaked, l");
    truth(ICV, "whether an intelligent connected vehicle is involved");
    truth(CAN_MOVE, "whether the vehicles can leave by themselves");
    text(OTHER_KIND, "what was hit", "", "vehicle", "pedestrian", "cyclist", "fixture");
    whole(RIDERS, "riders who can't go on");
    whole(VEHICLES, "vehicles involved");
    truth(EXPRESSWAY, "whether the road is an expressway");
    number(SPEED_LIMIT, "the limit on the road, m/s");
    text(ZONE, "the zone the road lies in; empty when in none");
    text(CAUSE, "why, kebab-case, as far as known");
    number(WAITS, "how long ago it was reported, s");
    whole(REPORTS, "how many reports came");
    truth(VERIFIED, "whether the reports were made sure of");
    whole(UNITS_SENT, "units sent until now");
    whole(UNITS_THERE, "units on the scene");
    truth(NIGHT, "whether it is night");
    text(WEATHER, "the weather as the scenario names it; empty when it names none");
    text(LEVEL, "the level of the centre", levels());
    whole(FREE_UNITS, "units of the centre that are free");
    whole(OPEN, "incidents open at the centre");
    whole(QUEUE, "incidents at the centre that wait for a unit");
  }

  private PlanFacts() {}

  /** The facts by name. */
  public static SortedMap<String, Fact> table() {
    return Collections.unmodifiableSortedMap(TABLE);
  }

  /** What is known, with what stands for the rest; facts of other names are left out. */
  static SortedMap<String, Object> complete(Facts known) {
    SortedMap<String, Object> values = new TreeMap<>();
    TABLE.forEach(
        (name, fact) -> {
          Object value = known.find(name);
          values.put(name, value == null ? absent(fact.type()) : wide(fact.type(), value));
        });
    if (known.find(OPEN_LANES) == null) {
      long lanes = (Long) values.getOrDefault(LANES, 0L);
      long blocked = (Long) values.getOrDefault(BLOCKED_LANES, 0L);
      values.put(OPEN_LANES, Math.max(0, lanes - blocked));
    }
    return values;
  }

  private static Object wide(FactType type, Object value) {
    return type == FactType.DOUBLE && value instanceof Long whole
        ? (Object) whole.doubleValue()
        : value;
  }

  /** What stands for a fact of a type that nobody has told. */
  static Object absent(FactType type) {
    return switch (type) {
      case INT -> 0L;
      case DOUBLE -> 0.0;
      case BOOL -> false;
      default -> "";
    };
  }

  private static String[] kinds() {
    return Arrays.stream(SceneKind.values()).map(SceneKind::written).toArray(String[]::new);
  }

  private static String[] levels() {
    return Arrays.stream(CentreLevel.values()).map(CentreLevel::written).toArray(String[]::new);
  }

  private static void text(String name, String meaning, String... values) {
    add(FactLanguage.fact(name, FactType.STRING, meaning, values));
  }

  private static void whole(String name, String meaning) {
    add(FactLanguage.fact(name, FactType.INT, meaning));
  }

  private static void number(String name, String meaning) {
    add(FactLanguage.fact(name, FactType.DOUBLE, meaning));
  }

  private static void truth(String name, String meaning) {
    add(FactLanguage.fact(name, FactType.BOOL, meaning));
  }

  private static void add(Fact fact) {
    TABLE.put(fact.name(), fact);
  }
}
