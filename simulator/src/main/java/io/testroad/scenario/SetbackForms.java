package io.testroad.scenario;

import static io.testroad.scenario.ValueShape.choice;

import io.testroad.scenario.ValueShape.Kind;
import io.testroad.scenario.ValueShape.OneOrMany;
import java.util.List;

/** What goes wrong with a fleet's vehicles, and what they and their operator do then. */
final class SetbackForms {

  /** How a vehicle stops when the system can't go on; the default first. */
  static final List<String> STOPS = List.of("aside", "in-lane", "shoulder", "safe-place");

  /** What an outage is of. */
  static final List<String> OUTAGES =
      List.of("sensor", "sensor-degraded", "positioning", "v2x", "back-end");

  static final List<String> NEEDS = List.of("nothing", "remote-restart");
  static final List<String> ON_LOSS = List.of("continue", "minimal-risk");

  static final Form FAULTS =
      Form.of(
              "faults",
              "'faults'",
              "What goes wrong by chance while the system drives, per 1000 km; each vehicle's from"
                  + " a stream of its own.")
          .may("takeovers", Kind.NUMBER, "0", "limits of the system: a takeover is asked for", "2")
          .may("stalls", Kind.NUMBER, "0", "stops in the lane that a restart ends", "0.2")
          .may("sensor-degraded", Kind.NUMBER, "0", "sensors that see less far", "0.2")
          .may("sensor-lost", Kind.NUMBER, "0", "sensors that see nothing", "0.1")
          .may("positioning-lost", Kind.NUMBER, "0", "losses of the position", "1")
          .may(
              "positioning-zone",
              Kind.TEXT,
              "",
              "the zone where that happens; on all roads of the fleet's zone if not given",
              "tunnels")
          .may("positioning-lasts", Kind.DURATION, "30 s", "how long it is lost", "1 min");

  static final Form MINIMAL_RISK =
      Form.of(
              "minimal-risk",
              "'minimal-risk'",
              "How a vehicle stops when the system can't go on and nobody takes over.")
          .may(
              "stops",
              choice(STOPS),
              "aside",
              "aside: gently, out of the traffic wherever it ends; in-lane; shoulder: pulls over to"
                  + " the right; safe-place: drives on slowly to one, and pulls over there",
              "shoulder")
          .may(
              "patience",
              Kind.DURATION,
              "20 s",
              "how long it looks for gaps on its way to the side",
              "30 s")
          .may(
              "safe-places",
              new OneOrMany(ValueShape.of(Kind.TEXT)),
              "[]",
              "the roads by which it may stand, ids with * and ?",
              "[lay-by-*]")
          .may("within", Kind.DISTANCE, "1 km", "how far it drives to one of them", "2 km")
          .may("speed", Kind.SPEED, "20 km/h", "its speed on the way", "30 km/h");

  static final Form ASSISTANCE =
      Form.of("assistance", "'assistance'", "Remote help that the system asks for as it drives.")
          .may("per-1000-km", Kind.NUMBER, "0", "requests by way driven", "125")
          .may("per-hour", Kind.NUMBER, "0", "requests by time driven", "2")
          .may(
              "patience",
              Kind.DURATION,
              "",
              "how long it drives on while it waits, before it stands in its lane; for ever if not"
                  + " given",
              "20 s");

  static final Form RESTART =
      Form.of(
              "restart",
              "'restart'",
              "A vehicle that stands after a fault, or an unanswered takeover, asks its operator to"
                  + " be restarted.")
          .may("needs-crew", Kind.NUMBER, "0", "share that takes a crew on the spot, 0 to 1", "0.1")
          .may(
              "per-minute",
              Kind.NUMBER,
              "0",
              "how many of the fleet may be restarted from afar in a minute; 0: any number",
              "6");

  static final Form LOSSES =
      Form.of("losses", "'losses'", "What a vehicle does without what it relies on.")
          .may("degraded-speed", Kind.SPEED, "30 km/h", "its cap when it sees less far", "20 km/h")
          .may(
              "dead-reckoning",
              Kind.DURATION,
              "10 s",
              "how long it finds its way without a position",
              "20 s")
          .may("on-back-end-loss", choice(ON_LOSS), "continue", "what then", "minimal-risk")
          .may(
              "v2x-fallback-type",
              Kind.TEXT,
              "",
              "the vehicle type it drives like without V2X; as ever if not given",
              "robotaxi-l4");

  static final Form COURTESY =
      Form.of(
              "courtesy",
              "'courtesy'",
              "The system lets everybody pass where ways cross, whoever has the right of way; two of"
                  + " them may wait for one another until somebody helps.")
          .may(
              "pause",
              Kind.DURATION,
              "1 min",
              "how long it isn't courteous once it was helped",
              "30 s");

  static final Form RESCUE =
      Form.of(
              "rescue",
              "'rescue'",
              "The operator's own field crews, which restart vehicles or drive them away. They are"
                  + " called <fleet>-crew-1, …, and their desk <fleet>-rescue.")
          .need("crews", Kind.INTEGER, "how many", "4")
          .need(
              "stations",
              new OneOrMany(ValueShape.of(Kind.TEXT)),
              "the roads where they wait, in turn",
              "[depot-1, depot-2]")
          .may("turnout", Kind.DURATION, "2 min", "from the order until they get going", "5 min")
          .may("work", Kind.DURATION, "15 min", "mean time for a vehicle; log-normal", "10 min")
          .may("work-deviation", Kind.DURATION, "10 min", "standard deviation of that", "5 min")
          .may(
              "queue",
              choice(CentreForms.ORDERS),
              "nearest",
              "which vehicle a crew that is free goes to: the nearest, or the first reported",
              "first-come")
          .may("type", Kind.TEXT, "crew-van", "what they drive", "van");

  static final Form OUTAGE =
      Form.of(
              "outage",
              "'outage'",
              "Something fails for many ICVs at once. Without sensors they stop; with degraded ones"
                  + " they drive slowly; without a position they do so and then hand over or stop;"
                  + " without the back end nobody helps from afar and no data come.")
          .need("what", choice(OUTAGES), "what fails", "back-end")
          .may("name", Kind.TEXT, "", "its name; what fails if not given", "cloud")
          .may(
              "fleets",
              new OneOrMany(ValueShape.of(Kind.TEXT)),
              "[]",
              "whose; all fleets if not given",
              "[pilot]")
          .may(
              "vehicles",
              new OneOrMany(ValueShape.of(Kind.TEXT)),
              "[]",
              "which of them, names with * and ?; all if not given",
              "[pilot-1, pilot-2]")
          .may("software", Kind.TEXT, "", "only those with this version", "2.3.1")
          .may("zone", Kind.TEXT, "", "only those in a zone when it strikes", "tunnels")
          .may("share", Kind.NUMBER, "1", "the share that it strikes, 0 to 1", "0.6")
          .may("within", Kind.DURATION, "0 s", "over how long the onset is spread", "3 min")
          .may("lasts", Kind.DURATION, "20 min", "until it is over", "2 h")
          .may(
              "needs",
              choice(NEEDS),
              "nothing",
              "what those need afterwards that it has brought to a stand",
              "remote-restart")
          .may("needs-crew", Kind.NUMBER, "0", "share that can't be restarted from afar", "0.2");

  private SetbackForms() {}
}
