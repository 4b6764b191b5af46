package io.testroad.scenario;

import static io.testroad.scenario.ValueShape.choice;

import io.testroad.incident.CentreLevel;
import io.testroad.incident.DispatchRule;
import io.testroad.incident.QueueOrder;
import io.testroad.incident.UnitKind;
import io.testroad.scenario.ValueShape.Kind;
import io.testroad.scenario.ValueShape.ListOf;
import io.testroad.scenario.ValueShape.Part;
import java.util.Arrays;
import java.util.List;

/** The keys of command centres and their units. */
final class CentreForms {

  /** What a unit can be. */
  static final List<String> UNIT_KINDS =
      Arrays.stream(UnitKind.values()).map(UnitKind::written).toList();

  /** For how much a centre answers. */
  static final List<String> LEVELS =
      Arrays.stream(CentreLevel.values()).map(CentreLevel::written).toList();

  /** How a unit is chosen. */
  static final List<String> RULES =
      Arrays.stream(DispatchRule.values()).map(DispatchRule::written).toList();

  /** Who is served first. */
  static final List<String> ORDERS =
      Arrays.stream(QueueOrder.values()).map(QueueOrder::written).toList();

  /** Distributions of working times. */
  static final List<String> FAMILIES =
      List.of("log-normal", "log-logistic", "weibull", "exponential", "fixed");

  static final Form UNIT =
      Form.of("unit", "a unit", "A response unit, or several that are alike.")
          .need("name", Kind.TEXT, "its name, unique among all vehicles", "tow-1")
          .may("kind", choice(UNIT_KINDS), "tow-truck", "what it is, and so can do", "ambulance")
          .may(
              "count",
              Kind.INTEGER,
              "",
              "how many; they are called <name>-1, <name>-2, …; one of just that name if not given",
              "4")
          .need("station", Kind.TEXT, "the road it stands by", "ring-n-1")
          .may("at", Kind.DISTANCE, "0 m", "where along that road", "120 m")
          .may(
              "ring",
              choice(List.of("0", "1", "3", "5")),
              "0",
              "the ring it belongs to, in minutes; 0: none",
              "3")
          .may("turnout", Kind.DURATION, "60 s", "from the order until it gets going", "60 s")
          .may(
              "work",
              Kind.DURATION,
              "",
              "mean time of a piece of its work (log-logistic: the median; Weibull: the scale); by"
                  + " the table of working times for the task if not given",
              "5 min")
          .may(
              "work-deviation",
              Kind.DURATION,
              "",
              "standard deviation of that, for log-normal; a fifth of the mean if not given",
              "1 min")
          .may("work-family", choice(FAMILIES), "log-normal", "its distribution", "exponential")
          .may("work-shape", Kind.NUMBER, "2", "its shape, for log-logistic and Weibull", "0.9")
          .may(
              "patrol",
              new ListOf(ValueShape.of(Kind.TEXT)),
              "[]",
              "the roads it drives along while it has nothing else to do, each leading to the"
                  + " next, the last to the first; it waits at its station if not given",
              "[ring-n-1, ring-n-2]")
          .may(
              "type",
              Kind.TEXT,
              "",
              "its vehicle type; that of its kind if not given",
              "patrol-car");

  static final Form DISPATCH =
      Form.of("dispatch", "'dispatch'", "How a centre chooses the units it sends.")
          .may(
              "policy",
              choice(RULES),
              "nearest-time",
              "the one that is there soonest, the one with the shortest way, or the rings of 1, 3"
                  + " and 5 minutes in turn",
              "ring")
          .may(
              "queue",
              choice(ORDERS),
              "first-come",
              "who of those that wait at the same priority is served first: who was reported first,"
                  + " or who is nearest to a free unit",
              "nearest")
          .may(
              "reserve",
              Kind.INTEGER,
              "0",
              "how many free units that can do a task are held back for incidents of priority 1",
              "1")
          .may(
              "pre-empt",
              Kind.DURATION,
              "",
              "how much sooner a unit that is on its way to an incident of lower priority must be"
                  + " there for being called away; it never is if not given",
              "2 min")
          .may("drone-first", Kind.BOOLEAN, "false", "whether drones are sent to look", "true")
          .may(
              "joint",
              Kind.BOOLEAN,
              "true",
              "whether all units of a plan are sent at once; otherwise the others when the first"
                  + " has told what it found",
              "false")
          .may("reach", Kind.DURATION, "2 h", "units that would take longer aren't sent", "30 min");

  static final Form CENTRE =
      Form.of("centre", "a centre", "A command centre.")
          .may("name", Kind.TEXT, "district", "its name", "district")
          .may(
              "level",
              choice(LEVELS),
              "district",
              "for how much it answers; operator: a fleet's own rescue desk",
              "city")
          .may(
              "area",
              Kind.TEXT,
              "",
              "the zone it answers for; all roads that no other centre of its level answers for if"
                  + " not given",
              "test-area")
          .may(
              "reports-to",
              Kind.TEXT,
              "",
              "the centre above it, which it reports to and asks for support",
              "city")
          .may(
              "plans",
              Kind.FILE,
              "",
              "the plans it works by; if not given, whoever can do what is needed is sent",
              "plans/cn-wuhan.yaml")
          .may("dispatch", new Part(DISPATCH), "{}", "how it chooses units", "{}")
          .may(
              "verification",
              Kind.DURATION,
              "60 s",
              "how long it waits for somebody to make sure of a report until it asks the next",
              "30 s")
          .may("units", new ListOf(new Part(UNIT)), "[]", "the units it commands", "[]");

  private CentreForms() {}
}
