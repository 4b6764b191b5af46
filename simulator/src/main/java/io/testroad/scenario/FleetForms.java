package io.testroad.scenario;

import static io.testroad.scenario.ValueShape.choice;

import io.testroad.scenario.ValueShape.Kind;
import io.testroad.scenario.ValueShape.ListOf;
import io.testroad.scenario.ValueShape.OneOrMany;
import io.testroad.scenario.ValueShape.Part;
import java.util.List;

/** The parts of a fleet in a scenario file. */
final class FleetForms {

  static final List<String> STAGES =
      List.of("road-test", "demonstration", "demonstration-operation", "commercial");
  static final List<String> PURPOSES = List.of("test", "passengers", "transfer");
  static final List<String> PLACES = List.of("on-board", "remote", "none");

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
          .may(
              "service-time", Kind.DURATION, "20 s", "mean time of a takeover; log-normal", "15 s");

  static final Form DRIVER =
      Form.of("safety-driver", "'safety-driver'", "Who must take over.")
          .may("place", choice(PLACES), "on-board", "where the safety driver is", "remote")
          .may("reaction", Kind.DURATION, "2.5 s", "mean time of a takeover on board", "3 s")
          .may("lead", Kind.DURATION, "10 s", "how long the vehicle waits for one", "8 s")
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
          .may("until", Kind.DATE_TIME, "", "last instant, in place of valid", "2025-03-01");

  static final Form DECLARATION =
      Form.of("declaration", "'declaration'", "The confirmed self-declaration.")
          .may("until", Kind.MOMENT, "18 months", "its last instant", "2026-03-01");

  static final Form PERMIT =
      Form.of("permit", "'permit'", "The papers that the vehicles have at the start.")
          .may("plate", new Part(PLATE), "{}", "the temporary plate", "{issued: 2024-09-01}")
          .may("declaration", new Part(DECLARATION), "{}", "the self-declaration", "{}");

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
              "documents",
              new ListOf(choice(DOCUMENTS)),
              "[" + String.join(", ", DOCUMENTS) + "]",
              "what is handed in",
              "[identity, insurance]")
          .may("hours-tested", Kind.NUMBER, "240", "automated driving on these roads, h", "300")
          .may("km-tested", Kind.NUMBER, "1000", "automated driving on these roads, km", "0")
          .may("violations", Kind.INTEGER, "0", "traffic violations during it", "1")
          .may("at-fault-collisions", Kind.INTEGER, "0", "collisions at fault during it", "1")
          .may("roads-tested", Kind.BOOLEAN, "true", "whether all roads were tested", "false")
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
          .may("passengers", Kind.INTEGER, "0", "people who aren't test staff", "2");

  static final Form FLEET =
      Form.of("fleet", "a fleet", "ICVs of one operator; they are called <fleet>-1, <fleet>-2, …")
          .need("vehicles", Kind.INTEGER, "how many", "12")
          .need("zone", Kind.TEXT, "the declared roads, a zone", "test-area")
          .may("type", Kind.TEXT, "robotaxi-l4", "vehicle type", "robobus-l4")
          .may("stage", choice(STAGES), "road-test", "the stage admitted to", "demonstration")
          .may("ads-level", Kind.INTEGER, "4", "level of automation, SAE J3016, 3 to 5", "4")
          .may("operator", new Part(OPERATOR), "{}", "who runs it", "{seats: 2}")
          .may("safety-driver", new Part(DRIVER), "{}", "who must take over", "{place: remote}")
          .may("insurance", new Part(INSURANCE), "{}", "the insurance", "{until: 2 years}")
          .may("recorder", new Part(RECORDER), "{}", "the data recorder", "{on: false}")
          .may("permit", new Part(PERMIT), "", "papers at the start; none if not given", "{}")
          .may("apply", new Part(APPLY), "", "the application; none if not given", "{at: 30 s}")
          .may("trips", new ListOf(new Part(TRIP)), "", "the timetable", "[]");

  private FleetForms() {}
}
