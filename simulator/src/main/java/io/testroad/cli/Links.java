package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom an event is about, besides its subject, and which rules it names. */
final class Links {

  /** Attributes that name something of a kind. */
  private static final Map<String, String> KINDS =
      Map.of(
          "vehicle", "vehicle",
          "incident", "incident",
          "scene", "scene",
          "primary", "scene",
          "operator", "operator",
          "applicant", "operator",
          "unit", "vehicle");

  /** What stands in place of an incident or a scene where there is none. */
  static final String NONE = "0";

  private static final Pattern RULE_IN_BRACKETS = Pattern.compile(".*\\(([a-z][a-z0-9-]*)\\)");

  private Links() {}

  /** The subject and what the attributes name, as {@code kind:name}. */
  static Set<String> of(Event event) {
    Set<String> links = new TreeSet<>();
    links.add(event.subject());
    KINDS.forEach(
        (attribute, kind) -> {
          String name = text(event, attribute);
          if (!name.isEmpty() && !name.equals(NONE)) {
            links.add(name.contains(":") ? name : kind + ":" + name);
          }
        });
    String other = text(event, "other");
    if (!other.isEmpty()) {
      links.add(other.contains(":") ? other : "vehicle:" + other);
    }
    return links;
  }

  /** The ids of the rules that an event names: as its rule, or in brackets behind its reasons. */
  static Set<String> rules(Event event) {
    Set<String> rules = new TreeSet<>();
    String rule = text(event, "rule");
    if (!rule.isEmpty()) {
      rules.add(rule);
    }
    if (event.attributes().find("reasons") instanceof List<?> reasons) {
      for (Object reason : reasons) {
        Matcher named = RULE_IN_BRACKETS.matcher(reason.toString());
        if (named.matches()) {
          rules.add(named.group(1));
        }
      }
    }
    return rules;
  }

  /** An attribute as text; empty when it isn't there. */
  static String text(Event event, String attribute) {
    Object value = event.attributes().find(attribute);
    return value == null ? "" : value.toString();
  }

  /**
   * Whom an event is about, the authority that acts left out where there is anybody else.
   *
   * @return as {@code kind:name}
   */
  static Set<String> about(Event event) {
    Set<String> links = of(event);
    if (links.size() > 1) {
      links.removeIf(link -> link.startsWith("authority:"));
    }
    return links;
  }

  /**
   * Whether two events have to do with the same vehicle, operator or incident; of two vehicles of
   * the same operator each has its own.
   */
  static boolean meet(Event one, Event other) {
    Set<String> mine = about(one);
    Set<String> others = about(other);
    boolean bothOfVehicles = hasVehicle(mine) && hasVehicle(others);
    return mine.stream()
        .anyMatch(
            link -> others.contains(link) && !(bothOfVehicles && link.startsWith("operator:")));
  }

  private static boolean hasVehicle(Set<String> links) {
    return links.stream().anyMatch(link -> link.startsWith("vehicle:"));
  }

  /** Whether an event is about a vehicle and another about its operator and no vehicle. */
  static boolean sameFleet(Event one, Event other) {
    Set<String> mine = about(one);
    Set<String> others = about(other);
    return ofFleet(mine, others) || ofFleet(others, mine);
  }

  private static boolean ofFleet(Set<String> vehicles, Set<String> operators) {
    return !hasVehicle(operators)
        && vehicles.stream()
            .filter(link -> link.startsWith("vehicle:"))
            .anyMatch(
                link -> operators.contains("operator:" + fleetOf(EventSentences.nameOf(link))));
  }

  /** Whether a vehicle is of a fleet: fleets number their vehicles. */
  static boolean isOf(String vehicle, String fleet) {
    return fleetOf(vehicle).equals(fleet);
  }

  /** The fleet that a vehicle is of by its name; empty when it has no number. */
  static String fleetOf(String vehicle) {
    int dash = vehicle.lastIndexOf('-');
    return dash > 0
            && dash < vehicle.length() - 1
            && vehicle.substring(dash + 1).chars().allMatch(Character::isDigit)
        ? vehicle.substring(0, dash)
        : "";
  }

  /** Whether it is a ruling. */
  static boolean isRuling(Event event) {
    return event.type() == EventType.RULING;
  }

  /** Whether it is a ruling that a rule was broken. */
  static boolean isBroken(Event event) {
    return isRuling(event) && !text(event, "verdict").equals("held");
  }
}
