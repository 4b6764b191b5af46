package io.testroad.scenario;

import static io.testroad.scenario.ValueShape.choice;

import io.testroad.scenario.ValueShape.Kind;
import io.testroad.scenario.ValueShape.ListOf;
import io.testroad.scenario.ValueShape.MapOf;
import io.testroad.scenario.ValueShape.OneOrMany;
import io.testroad.scenario.ValueShape.Part;
import io.testroad.scenario.ValueShape.Variants;
import java.util.List;

/** Every part of a scenario file but vehicle types, fleets and the script. */
final class ScenarioForms {

  /** Names of roads, with {@code *} and {@code ?} standing for any characters and for one. */
  static final ValueShape GLOBS = new OneOrMany(ValueShape.of(Kind.TEXT));

  static final Form ZONE =
      Form.of("zone", "a zone", "A named set of roads, for instance those declared open to tests.")
          .may("label", Kind.TEXT, "", "what people call it; its name if not given", "Jingkai")
          .need("roads", GLOBS, "its roads; * stands for any characters, ? for one", "[ring-*]")
          .may(
              "length",
              Kind.DISTANCE,
              "",
              "what it measures in the books, where the network is a sketch of it; the length of"
                  + " its roads if not given",
              "420 km")
          .may(
              "hours",
              new OneOrMany(ValueShape.of(Kind.TEXT)),
              "",
              "when the system may drive there, each day; always if not given",
              "[09:00-17:00, 19:00-07:00]");

  static final Form BUREAU =
      Form.of(
              "industry-bureau",
              "an authority",
              "Who leads the confirmation of safety self-declarations and inspects operators.")
          .may("declaration-time", Kind.TERM, "1 working day", "working time for one", "2 h");

  static final Form POLICE =
      Form.of(
              "traffic-police",
              "an authority",
              "Who issues temporary plates, keeps the vehicles' records, and looks into accidents.")
          .may(
              "opinion-time",
              Kind.TERM,
              "",
              "working time for an opinion on a declaration; as long as the industry bureau's if"
                  + " not given",
              "3 working days")
          .may("plate-time", Kind.TERM, "1 working day", "working time for a plate", "1 h")
          .may(
              "determination-time",
              Kind.TERM,
              "5 working days",
              "from an accident to the determination of responsibility",
              "10 working days")
          .may("appeal-time", Kind.TERM, "5 working days", "working time for an appeal", "3 days")
          .may("plate-prefix", Kind.TEXT, "鄂A试", "what stands before the number on a plate", "京A试");

  static final Form TRANSPORT =
      Form.of("transport-bureau", "an authority", "Who looks after transport services.")
          .may(
              "opinion-time",
              Kind.TERM,
              "",
              "working time for an opinion on a declaration; as long as the industry bureau's if"
                  + " not given",
              "3 working days");

  static final Form AUTHORITIES =
      Form.of(
              "authorities",
              "'authorities'",
              "The permit authorities, which confirm declarations together. A term in working days"
                  + " runs while offices are open.")
          .may("industry-bureau", new Part(BUREAU), "{}", "who leads the confirmation", "{}")
          .may("traffic-police", new Part(POLICE), "{}", "who issues plates", "{}")
          .may("transport-bureau", new Part(TRANSPORT), "{}", "who looks after transport", "{}");

  static final Form SWITCH =
      Form.of("switch", "a change of program", "Which program a signal runs from when on.")
          .need("at", Kind.DURATION, "since the start of the run", "5 min")
          .need("program", Kind.TEXT, "a program of the signal, off, or flashing", "night");

  static final Form SIGNAL =
      Form.of("signal", "a signal", "A signal's plan; it begins with its last program.")
          .need("plan", new ListOf(new Part(SWITCH)), "the changes", "[{at: 5 min, program: p}]");

  static final Form FLOW =
      Form.of(
              "flow",
              "a flow",
              "Background vehicles whose headways are exponential; each drives from one of the"
                  + " roads it may come from to one of those it may go to, drawn evenly.")
          .need("flow", Kind.TEXT, "its name; vehicles are called <name>.0, <name>.1, …", "in")
          .need("from", GLOBS, "where from: roads as in zones, or a zone's name", "ring-w-0")
          .need("to", GLOBS, "where to, likewise", "[ring-e-*]")
          .need("rate", Kind.RATE, "vehicles over time", "300 veh/h")
          .may("begin", Kind.DURATION, "0 s", "when it begins", "1 min")
          .may("end", Kind.DURATION, "", "when it ends; with the run if not given", "10 min")
          .may("type", Kind.TEXT, "private-car", "vehicle type", "truck");

  static final Form ROUTES =
      Form.of("routes", "a route file", "Demand from a SUMO route or additional file.")
          .need("routes", Kind.FILE, "the file, plain or gzipped", "morning.rou.xml");

  static final Form SUMO =
      Form.of(
              "sumo",
              "a SUMO configuration",
              "Demand and, where 'network' is missing, the network of a SUMO configuration; its"
                  + " begin is tick 0, its end and step length are defaults.")
          .need("sumo", Kind.FILE, "the configuration", "grid/run.sumocfg");

  static final Form WEATHER =
      Form.of(
              "weather",
              "a change of weather",
              "The weather from a time on; the factors on desired speed and on time headway that"
                  + " go with each state are assumptions, see the table of weather.")
          .need("at", Kind.DURATION, "since the start of the run", "8 min")
          .need("state", choice(Weather.names()), "the weather", "rain");

  static final Form CONFLICTS =
      Form.of(
              "conflicts",
              "'conflicts'",
              "Near collisions that are put on record: whose, and from which values on. The"
                  + " defaults are SUMO's thresholds; SSAM counts a TTC up to 1.5 s and a PET up"
                  + " to 5 s.")
          .may(
              "watch",
              choice(ConflictsReader.scopes()),
              "agents",
              "whose: nobody's, those in which an ICV or a unit takes part, or everybody's",
              "all")
          .may("ttc", Kind.DURATION, "3 s", "time to collision below this; TTC* of TET", "1.5 s")
          .may("pet", Kind.DURATION, "2 s", "post-encroachment time below this", "5 s")
          .may("drac", Kind.ACCELERATION, "3 m/s2", "needed deceleration above this", "3.4 m/s2")
          .may("hard-braking", Kind.ACCELERATION, "4 m/s2", "braking from this on", "5 m/s2");

  static final Form EXPECT =
      Form.of("expectation", "an expectation", "What a run must do; has one of the three verbs.")
          .need("name", Kind.TEXT, "its name, unique", "dispatched in a minute")
          .may("always", Kind.EXPRESSION, "", "true at all times", "incident.open < 3")
          .may(
              "never",
              Kind.EXPRESSION,
              "",
              "true at no time",
              "\"vehicle.mode == 'automated' && now > vehicle.plate.validUntil\"")
          .may(
              "eventually",
              Kind.EXPRESSION,
              "",
              "true some time after the trigger, or after the start when there is no 'whenever'",
              "event.type == 'unit-dispatched'")
          .may("within", Kind.DURATION, "", "how soon; by the end if not given", "60 s")
          .may(
              "whenever",
              Kind.EXPRESSION,
              "",
              "what triggers 'eventually': each event, or each time a state begins; where trigger"
                  + " and answer both name an incident or a vehicle, it must be the same",
              "event.type == 'incident-verified'");

  static final Form RULING =
      Form.of(
              "ruling",
              "a ruling",
              "Who keeps a rule in the run, and who breaks it: at least one recorded ruling each.")
          .may("kept", GLOBS, "", "fleets or vehicles that keep it", "pilot")
          .may("broken", GLOBS, "", "fleets or vehicles that break it", "[late, later-*]");

  static final Form ROOT =
      Form.of("scenario", "a scenario", "A scenario file.")
          .need("testroad", Kind.INTEGER, "the version of the format: 1", "1")
          .may("name", Kind.TEXT, "", "what people call it; the file's name if not given", "Tow")
          .may("description", Kind.TEXT, "", "what it shows", "A stall blocks a lane.")
          .may(
              "network",
              Kind.FILE,
              "",
              "SUMO network, .net.xml or .net.xml.gz; needed unless a SUMO configuration is given",
              "networks/jingkai.net.xml.gz")
          .may(
              "policy",
              Kind.FILE,
              "",
              "policy pack; needed when there are fleets",
              "policies/cn-wuhan.yaml")
          .may(
              "parameters",
              new MapOf(new ValueShape.Anything()),
              "",
              "other values for parameters of the policy",
              "{plateMaxMonths: 3}")
          .may(
              "given",
              new MapOf(new ValueShape.Anything()),
              "",
              "values for the facts that the policy leaves to scenarios, for all fleets",
              "{warningSignM: 100}")
          .may(
              "holidays",
              Kind.FILE,
              "",
              "public holidays and worked weekends; China's if not given",
              "holidays/hubei.yaml")
          .may(
              "start",
              Kind.START,
              "2025-01-01T08:00:00+08:00",
              "date and time of tick 0",
              "2025-02-28T23:50:00+08:00")
          .may(
              "duration",
              Kind.END,
              "",
              "how long; until-empty ends when all background vehicles have arrived. If not"
                  + " given: a SUMO configuration's end, else until-empty when there are no fleets",
              "20 min")
          .may(
              "tick",
              Kind.DURATION,
              "",
              "length of a tick; 100 ms, or a SUMO configuration's step length, if not given",
              "100 ms")
          .may("seed", Kind.INTEGER, "1", "of all that is random", "7")
          .may(
              "types",
              new MapOf(new Part(TypeForms.TYPE)),
              "",
              "vehicle types",
              "{van: {length: 6 m}}")
          .may("zones", new MapOf(new Part(ZONE)), "", "sets of roads", "{a: {roads: [ring-*]}}")
          .may("fleets", new MapOf(new Part(FleetForms.FLEET)), "", "fleets of ICVs", "{}")
          .may("authorities", new Part(AUTHORITIES), "{}", "the authorities", "{}")
          .may("centre", new Part(CentreForms.CENTRE), "", "the command centre", "{}")
          .may(
              "centres",
              new ListOf(new Part(CentreForms.CENTRE)),
              "[]",
              "the command centres, where there are several",
              "[{name: east}, {name: city, level: city}]")
          .may("platform", new Part(SensingForms.PLATFORM), "{}", "the supervision platform", "{}")
          .may(
              "sensors",
              new ListOf(new Part(SensingForms.SENSOR)),
              "",
              "cameras, loops, roadside units, checkpoints",
              "[]")
          .may(
              "callers",
              new Part(SensingForms.CALLERS),
              "",
              "people who call the police; nobody calls if not given",
              "{lines: 5}")
          .may("signals", new MapOf(new Part(SIGNAL)), "", "plans of signals by id", "{}")
          .may(
              "traffic",
              new ListOf(new Variants(List.of(FLOW, ROUTES, SUMO))),
              "",
              "background traffic",
              "[{routes: morning.rou.xml}]")
          .may("weather", new ListOf(new Part(WEATHER)), "", "changes of weather", "[]")
          .may("conflicts", new Part(CONFLICTS), "{}", "near collisions on record", "{watch: all}")
          .may(
              "script",
              new ListOf(new Variants(ScriptForms.ENTRIES)),
              "",
              "what happens when",
              "[{at: 4 min, mend: {vehicle: pilot-3}}]")
          .may(
              "rulings",
              new MapOf(new Part(RULING)),
              "",
              "who keeps and who breaks which rule, by the rule's id",
              "{plate-validity-cap: {kept: pilot, broken: late}}")
          .may("expect", new ListOf(new Part(EXPECT)), "", "what a run must do", "[]");

  private ScenarioForms() {}
}
