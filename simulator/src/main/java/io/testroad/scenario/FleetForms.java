package io.testroad.scenario;

import static io.testroad.scenario.ValueShape.choice;

import io.testroad.scenario.ValueShape.Kind;
import io.testroad.scenario.ValueShape.ListOf;
import io.testroad.scenario.ValueShape.MapOf;
import io.testroad.scenario.ValueShape.OneOrMany;
import io.testroad.scenario.ValueShape.Part;
import java.util.List;

/** The parts of a fleet in a scenario file. */
final class FleetForms {

  static final List<String> STAGES =
      List.of("road-test", "demonstration", "demonstration-operation", "commercial");
  static final List<String> PURPOSES = List.of("test", "passengers", "transfer");
  static final List<String> PLACES = List.of("on-board", "passenger-seat", "remote", "none");
  static final List<String> CREWS = List.of("on-board", "passenger-seat", "remote");
  static final List<String> DAYS =
      List.of("all", "working", "mon", "tue", "wed", "thu", "fri", "sat", "sun");
  static final List<String> CARGOES = List.of("none", "goods", "dangerous-goods");

  /** Those of the fact {@code request.documents}. */
  static final List<String> DOCUMENTS =
      List.of(
          "identity",
          "insurance",
          "certificate",
          "inspection",
          "plan",
          "cybersecurity-assessment",
          "track-test",
          "third-party-report");

  static final Form OPERATOR =
      Form.of("operator", "'operator'", "Who runs the fleet, and its remote operators.")
          .may(
              "seats",
              Kind.INTEGER,
              "",
              "remote operators on duty; the vehicles over vehicles-per-seat, rounded up, if not"
                  + " given",
              "2")
          .may("vehicles-per-seat", Kind.INTEGER, "3", "vehicles to a remote operator", "3")
          .may("service-time", Kind.DURATION, "20 s", "mean time of a takeover", "15 s")
          .may("session-time", Kind.DURATION, "30 s", "mean time of any other remote help", "60 s")
          .may(
              "time-family",
              choice(SeatsReader.FAMILIES),
              "log-normal",
              "how both are distributed; a log-normal time's logarithm has the deviation 0.4",
              "exponential")
          .may(
              "report-delay",
              Kind.DURATION,
              "",
              "from when a remote officer sees a vehicle that stands in a lane or has crashed until"
                  + " the command centre hears of it; never if not given",
              "60 s")
          .may(
              "geofence-delay",
              Kind.DURATION,
              "10 s",
              "from a centre's order of a geofence until the vehicles have it",
              "30 s");

  static final Form DRIVER =
      Form.of("safety-driver", "'safety-driver'", "Who must take over.")
          .may("place", choice(PLACES), "on-board", "where the safety driver is", "remote")
          .may("reaction", Kind.DURATION, "2.5 s", "mean time of a takeover on board", "3 s")
          .may(
              "reaction-deviation",
              Kind.DURATION,
              "",
              "its standard deviation; that of a log-normal time whose logarithm has the deviation"
                  + " 0.4 if not given",
              "1.6 s")
          .may("lead", Kind.DURATION, "10 s", "how long the vehicle waits for one", "8 s")
          .may(
              "late",
              Kind.BOOLEAN,
              "false",
              "whether somebody may still take over once the vehicle has begun to stop",
              "true")
          .may("experience", Kind.NUMBER, "5", "years since the licence", "5")
          .may("rest", Kind.DURATION, "20 min", "how long a rest lasts", "30 min");

  static final Form INSURANCE =
      Form.of("insurance", "'insurance'", "The insurance of each vehicle.")
          .may("until", Kind.MOMENT, "1 year", "its last instant", "2026-01-01T00:00:00+08:00")
          .may("sum", Kind.MONEY, "5000000 CNY", "sum insured", "5000000 CNY");

  static final Form RECORDER =
      Form.of("recorder", "'recorder'", "The data recorder of each vehicle.")
          .may("on", Kind.BOOLEAN, "true", "whether it works", "false")
          .may("before", Kind.DURATION, "90 s", "what it keeps before an event", "90 s")
          .may("after", Kind.DURATION, "30 s", "what it keeps after an event", "30 s");

  static final Form PLATE =
      Form.of("plate", "'plate'", "The temporary plates that the vehicles carry at the start.")
          .may("issued", Kind.DATE_TIME, "", "first instant; the start if not given", "2024-09-01")
          .may("valid", Kind.PERIOD, "", "validity from then on; 6 months if not given", "6 months")
          .may("until", Kind.DATE_TIME, "", "last instant, in place of valid", "2025-03-01")
          .may(
              "painted",
              Kind.TEXT,
              "",
              "the number painted on each vehicle; that of its plate if not given",
              "鄂A12345");

  static final Form DECLARATION =
      Form.of("declaration", "'declaration'", "The confirmed self-declaration.")
          .may("until", Kind.MOMENT, "18 months", "its last instant", "2026-03-01");

  static final Form PERMIT =
      Form.of("permit", "'permit'", "The papers that the vehicles have at the start.")
          .may("plate", new Part(PLATE), "{}", "the temporary plate", "{issued: 2024-09-01}")
          .may("declaration", new Part(DECLARATION), "{}", "the self-declaration", "{}");

  static final Form ADVANCE =
      Form.of("stage-step", "a stage", "A later stage that is applied for.")
          .need("stage", choice(STAGES), "the stage", "demonstration")
          .may("crew", choice(CREWS), "on-board", "where the safety officer is", "remote")
          .may("zone", Kind.TEXT, "", "the zone declared; the fleet's if not given", "ring")
          .may(
              "at",
              Kind.DURATION,
              "",
              "when it is filed, since the start; as soon as the rules would allow it if not given",
              "120 days")
          .may("declaration", Kind.PERIOD, "18 months", "period declared, from then on", "1 year");

  static final Form RECOGNISED =
      Form.of("recognised", "'recognised'", "Results from elsewhere that are handed in.")
          .need("from", new OneOrMany(ValueShape.of(Kind.TEXT)), "where from", "[beijing]")
          .may("km", Kind.NUMBER, "0", "automated driving there, km", "2000");

  static final Form WINDOW =
      Form.of(
              "traffic-window",
              "a traffic window",
              "A stretch of the calendar that is simulated in traffic: vehicles drive from road to"
                  + " road of the zone, and what happens counts in the same accounts.")
          .need("at", Kind.DURATION, "when it begins, since the start", "30 days")
          .need("for", Kind.DURATION, "how long it lasts", "20 min")
          .may("vehicles", Kind.INTEGER, "", "the first so many vehicles; all if not given", "10")
          .may("purpose", choice(PURPOSES), "test", "what its trips are for", "passengers")
          .may("passengers", Kind.INTEGER, "0", "people on each who aren't test staff", "2");

  static final Form DUTY =
      Form.of(
              "duty",
              "'duty'",
              "Duty by the calendar: shifts whose way, takeovers and incidents are drawn, each"
                  + " vehicle's from a stream of its own, without simulating every tick.")
          .may(
              "days",
              new OneOrMany(choice(DAYS)),
              "working",
              "all days, working days, or weekdays",
              "[mon, wed, fri]")
          .may("begins", Kind.TIME_OF_DAY, "9:00", "when shifts begin", "\"7:30\"")
          .may("lasts", Kind.DURATION, "8 h", "how long they last", "12 h")
          .may("availability", Kind.NUMBER, "1", "share of shifts that are driven, 0 to 1", "0.9")
          .may("speed", Kind.SPEED, "25 km/h", "mean speed of a shift; log-normal", "12 km/h")
          .may("speed-deviation", Kind.SPEED, "0 km/h", "standard deviation of that", "3 km/h")
          .may("automated-share", Kind.NUMBER, "1", "share driven by the system, 0 to 1", "0.95")
          .may("takeovers", Kind.NUMBER, "0", "takeovers per 1000 automated km", "2")
          .may("violations", Kind.NUMBER, "0", "traffic violations per 1000 km", "0.05")
          .may("collisions", Kind.NUMBER, "0", "collisions per 1000 km", "0.005")
          .may("faults", Kind.NUMBER, "0", "faults that stop the vehicle, per 1000 km", "0.02")
          .may("strays", Kind.NUMBER, "0", "ways off the declared roads, per 1000 km", "0.001")
          .may(
              "severities",
              new MapOf(ValueShape.of(Kind.NUMBER)),
              "",
              "shares of collisions by severity: property-damage 0.9, slight-injury 0.09,"
                  + " serious-injury 0.009, death 0.001 if not given",
              "{property-damage: 1}")
          .may(
              "responsibilities",
              new MapOf(ValueShape.of(Kind.NUMBER)),
              "",
              "shares of collisions by the vehicle's responsibility: none 0.75, secondary 0.1,"
                  + " equal, main and full 0.05 each if not given",
              "{full: 1}")
          .may("passengers", Kind.INTEGER, "1", "people carried from the demonstration on", "2")
          .may(
              "record",
              choice(List.of("days", "shifts")),
              "days",
              "whether each day's sum goes on record, or each vehicle's shift, too",
              "shifts")
          .may("traffic-windows", new ListOf(new Part(WINDOW)), "[]", "driven in traffic", "[]");

  static final Form CONDUCT =
      Form.of("conduct", "'conduct'", "How the operator keeps to what it owes.")
          .may(
              "obligations",
              new MapOf(ValueShape.of(Kind.TERM_OR_NEVER)),
              "{}",
              "how long it takes to meet an obligation of the policy, by name, whoever must; half"
                  + " of its term where nothing is said. 'correction' stands for what is ordered",
              "{periodic-report: 7 months, accident-report: never}")
          .may(
              "inspected",
              new OneOrMany(ValueShape.of(Kind.DURATION)),
              "[]",
              "when it is inspected, since the start",
              "[90 days]")
          .may("appeals", Kind.TERM, "", "how long after a sanction; never if not given", "3 days")
          .may("heeds-refusals", Kind.BOOLEAN, "true", "stays off when a rule refuses", "false")
          .may(
              "restarts-count",
              Kind.BOOLEAN,
              "true",
              "counts anew after a violation or an accident at fault",
              "false")
          .may("tries", Kind.INTEGER, "0", "files again what was refused, a day later", "3");

  static final Form APPLY =
      Form.of("apply", "'apply'", "The application for a declaration and plates of the fleet.")
          .may("at", Kind.DURATION, "0 s", "when it is filed", "30 s")
          .may("declaration", Kind.PERIOD, "18 months", "period declared, from the start", "1 year")
          .may("plate-months", Kind.INTEGER, "6", "validity asked for a plate, months", "3")
          .may(
              "renew-before",
              Kind.DURATION,
              "",
              "how long before a plate ends its renewal is applied for; never if not given",
              "10 days")
          .may(
              "renew-declaration-before",
              Kind.DURATION,
              "",
              "how long before a declaration ends the next of the same stage is applied for; never"
                  + " if not given",
              "30 days")
          .may(
              "documents",
              new ListOf(choice(DOCUMENTS)),
              "[" + String.join(", ", DOCUMENTS) + "]",
              "what is handed in",
              "[identity, insurance]")
          .may("crew", choice(CREWS), "on-board", "where the safety officer is", "on-board")
          .may(
              "names-roads",
              Kind.BOOLEAN,
              "true",
              "whether the first declaration names its roads",
              "false")
          .may(
              "confirmations",
              new ListOf(choice(AuthoritiesReader.CONFIRMING)),
              "[" + String.join(", ", AuthoritiesReader.CONFIRMING) + "]",
              "whose confirmations are handed in for plates once there is a declaration",
              "[industry-bureau]")
          .may(
              "advance",
              new ListOf(new Part(ADVANCE)),
              "[]",
              "later stages, in order",
              "[{stage: demonstration}]")
          .may(
              "first", Kind.INTEGER, "", "vehicles in the first declaration; all if not given", "2")
          .may(
              "cap-plates",
              Kind.BOOLEAN,
              "true",
              "asks for plates no longer than declaration and insurance last",
              "false")
          .may("recognised", new Part(RECOGNISED), "", "results from elsewhere", "{from: beijing}")
          .may("hours-tested", Kind.NUMBER, "0", "automated driving on these roads, h", "300")
          .may("km-tested", Kind.NUMBER, "0", "automated driving on these roads, km", "0")
          .may("violations", Kind.INTEGER, "0", "traffic violations during it", "1")
          .may("at-fault-collisions", Kind.INTEGER, "0", "collisions at fault during it", "1")
          .may("roads-tested", Kind.BOOLEAN, "false", "whether all roads were tested", "false")
          .may("never-registered", Kind.BOOLEAN, "true", "no normal registration ever", "false")
          .may("manual-mode", Kind.BOOLEAN, "true", "manual control at any time", "false")
          .may("recorder-retain-days", Kind.INTEGER, "365", "how long records are kept", "30")
          .may("recorder-realtime-items", Kind.INTEGER, "4", "items streamed as they arise", "0");

  static final Form TRIP =
      Form.of("trip", "a trip", "A trip of the timetable, of one vehicle or several.")
          .may(
              "vehicle",
              Kind.TEXT,
              "all",
              "a vehicle of the fleet, all, or a name with * and ?",
              "pilot-3")
          .may("at", Kind.DURATION, "0 s", "when", "30 s")
          .may("apart", Kind.DURATION, "0 s", "time between the vehicles", "5 s")
          .may("every", Kind.DURATION, "", "when it is repeated; once if not given", "30 days")
          .may("count", Kind.INTEGER, "", "how often in all; until the end if not given", "12")
          .need("from", Kind.TEXT, "the road it begins on", "ring-n-1")
          .need("to", Kind.TEXT, "the road it ends on", "ring-s-2")
          .may(
              "via",
              new OneOrMany(ValueShape.of(Kind.TEXT)),
              "",
              "roads on the way, in order",
              "[ring-e-1]")
          .may("purpose", choice(PURPOSES), "test", "what for", "passengers")
          .may("passengers", Kind.INTEGER, "0", "people who aren't test staff", "2")
          .may("cargo", choice(CARGOES), "none", "what is carried besides people", "goods");

  static final Form FLEET =
      Form.of("fleet", "a fleet", "ICVs of one operator; they are called <fleet>-1, <fleet>-2, …")
          .need("vehicles", Kind.INTEGER, "how many", "12")
          .need("zone", Kind.TEXT, "the declared roads, a zone", "test-area")
          .may("type", Kind.TEXT, "robotaxi-l4", "vehicle type", "robobus-l4")
          .may("stage", choice(STAGES), "road-test", "the stage admitted to", "demonstration")
          .may(
              "crew",
              choice(CREWS),
              "on-board",
              "where the permit wants the safety officer",
              "passenger-seat")
          .may("software", Kind.TEXT, "1.0", "the version declared at the start", "2.3.1")
          .may("seats", Kind.INTEGER, "4", "people that a vehicle is built to carry", "6")
          .may(
              "given",
              new ValueShape.MapOf(new ValueShape.Anything()),
              "{}",
              "values of facts that the policy declares, for each vehicle",
              "{warningSignM: 50}")
          .may("ads-level", Kind.INTEGER, "4", "level of automation, SAE J3016, 2 to 5", "4")
          .may("operator", new Part(OPERATOR), "{}", "who runs it", "{seats: 2}")
          .may("safety-driver", new Part(DRIVER), "{}", "who must take over", "{place: remote}")
          .may("insurance", new Part(INSURANCE), "{}", "the insurance", "{until: 2 years}")
          .may("recorder", new Part(RECORDER), "{}", "the data recorder", "{on: false}")
          .may("permit", new Part(PERMIT), "", "papers at the start; none if not given", "{}")
          .may("apply", new Part(APPLY), "", "the application; none if not given", "{at: 30 s}")
          .may("conduct", new Part(CONDUCT), "{}", "how it keeps to what it owes", "{tries: 2}")
          .may("duty", new Part(DUTY), "", "duty by the calendar; none if not given", "{}")
          .may("trips", new ListOf(new Part(TRIP)), "", "the timetable", "[]")
          .may("faults", new Part(SetbackForms.FAULTS), "", "what goes wrong", "{stalls: 0.2}")
          .may(
              "minimal-risk",
              new Part(SetbackForms.MINIMAL_RISK),
              "{}",
              "how it stops when the system can't go on",
              "{stops: shoulder}")
          .may("assistance", new Part(SetbackForms.ASSISTANCE), "", "when it asks", "{}")
          .may("restart", new Part(SetbackForms.RESTART), "", "asks to be restarted", "{}")
          .may("losses", new Part(SetbackForms.LOSSES), "{}", "what it does without", "{}")
          .may("courtesy", new Part(SetbackForms.COURTESY), "", "lets everybody pass", "{}")
          .may("rescue", new Part(SetbackForms.RESCUE), "", "its own field crews", "{crews: 4}");

  private FleetForms() {}
}
