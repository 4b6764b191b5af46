package io.testroad.actors;

import akka.actor.typed.ActorRef;
import io.testroad.engine.AgentId;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.RunBegan;
import io.testroad.policy.Consequence;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.SignalLetter;
import io.testroad.protocol.VehicleLetter;
import io.testroad.traffic.ApproachRows;
import io.testroad.traffic.EpisodeRows;
import io.testroad.traffic.Halo;
import io.testroad.traffic.HandOver;
import io.testroad.traffic.Intentions;
import io.testroad.traffic.LaneChanges;
import io.testroad.traffic.Sample;
import io.testroad.traffic.StateDigest;
import io.testroad.traffic.StepResult;
import io.testroad.traffic.Trip;
import io.testroad.traffic.VehicleRows;
import io.testroad.units.Term;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** At least one example of each command, with everything in it that a command may hold. */
final class Commands {

  static final AgentId PILOT = AgentId.vehicle("pilot-1");
  private static final Instant NEW_YEAR = Instant.parse("2025-12-31T16:00:00.250Z");

  private Commands() {}

  /** A vehicle on the move, as regions exchange it. */
  private static EpisodeRows episodes() {
    return new EpisodeRows(new int[] {1}, new double[] {0.5});
  }

  static VehicleRows rows() {
    return new VehicleRows(
        1,
        new int[] {3, -1, Integer.MAX_VALUE},
        new double[] {0.1, Double.NaN, Double.POSITIVE_INFINITY, -0.0},
        new int[][] {{4, 5, 6}},
        new int[][] {{0, 0, 1, 0, 0, 2, 0}});
  }

  /** No vehicle. */
  static VehicleRows noRows() {
    return new VehicleRows(0, new int[0], new double[0], new int[0][], new int[0][]);
  }

  /** One of each kind of decision. */
  static List<RoadDecision> decisions() {
    return List.of(
        new RoadDecision.Insert("pilot-1", List.of("a", "b"), Double.NaN, 12.5, true, false),
        new RoadDecision.Remove("pilot-1"),
        new RoadDecision.CapSpeed("pilot-1", Double.POSITIVE_INFINITY),
        new RoadDecision.Halt("pilot-1", 4, true),
        new RoadDecision.Resume("pilot-1"),
        new RoadDecision.Reroute("pilot-1", List.of("a"), Double.NaN),
        new RoadDecision.Restyle("pilot-1", "truck"),
        new RoadDecision.CloseLane("a", -1),
        new RoadDecision.OpenLane("a", 1),
        new RoadDecision.LimitSpeed("a", Double.NaN),
        new RoadDecision.SetWeather(0.8, 1.2),
        new RoadDecision.RunProgram("crossing-1-1", "flashing"),
        new RoadDecision.Caution("scene-1", "a", 5, 80, 0.7),
        new RoadDecision.Obstruct("debris-1", "a", 0, 50, 2),
        new RoadDecision.ClearObstacle("debris-1", "a"),
        new RoadDecision.PreEmpt("crossing-1-1", "a"),
        new RoadDecision.Sign("sign-1", List.of("a"), List.of("b"), 0.3),
        new RoadDecision.Count(1, List.of("a", "b")),
        new RoadDecision.Survey(60),
        new RoadDecision.StopInLane("a", 2.5),
        new RoadDecision.PullOver("pilot-1", 2, 30),
        new RoadDecision.FailBrakes("truck-1", 0.4),
        new RoadDecision.Courtesy("pilot-1", true),
        new RoadDecision.Distract("car-1", 5),
        new RoadDecision.CutIn("car-1", 0),
        new RoadDecision.BlueLight("pilot-1", true));
  }

  static List<Mail> inbox() {
    return List.of(
        mail(1, new RunBegan()),
        mail(2, new Percept.Sighted("a", 0, 1.5, 13.9, 13.9, -1, Double.NaN)),
        mail(3, new PermitLetter.PlateIssued("pilot-1", "鄂A0001试", NEW_YEAR, Instant.MAX)),
        mail(
            4,
            new PermitLetter.BreachReported(
                "pilot-1",
                AgentId.of("operator", "pilot"),
                "1.0",
                "a",
                "rule",
                List.of(
                    new Consequence.Violation("speeding", "owner"),
                    new Consequence.Correct(new Term(5, Term.Unit.WORKING_DAYS))),
                Facts.empty())),
        mail(
            5,
            new PermitLetter.ApplicationFiled(
                3, PermitLetter.Matter.PLATE, "pilot-1", Facts.of("request.until", NEW_YEAR))),
        mail(6, new VehicleLetter.SetOut(List.of("a", "b"), "test", 0, "none")),
        mail(
            7,
            new IncidentLetter.Reported(
                new SceneLetter.Sight(
                    3, "collision", "a", 1, 2.5, List.of("pilot-1"), Facts.of("scene.injured", 2)),
                AgentId.of("sensor", "camera-1"),
                "camera",
                20,
                17)),
        mail(8, new SignalLetter.SignalFails("flashing")));
  }

  private static Mail mail(long sequence, io.testroad.engine.Letter letter) {
    return new Mail(9, PILOT, AgentId.SCRIPT, sequence, letter);
  }

  static StepResult stepResult() {
    return new StepResult(
        List.of(new StepResult.Perceived("pilot-1", new Percept.Halted("a", 1, 7.25, true))),
        List.of(new Event(9, EventType.LANE_CLOSED, "road:a", Facts.of("road", "a", "lane", 1))),
        List.of(trip("flow.1")),
        5,
        1,
        2,
        1,
        1,
        0,
        List.of(
            new Percept.Tally(3, 5, 1, 2300),
            new Percept.TravelTimes(new TreeMap<>(Map.of("a", 12.5)))),
        Long.MAX_VALUE);
  }

  static Trip trip(String id) {
    return new Trip(
        id, 1, "a_0", 5.1, 0, 0, 61.5, "b_1", 90, 12, 60.5, 700, 3, 1, 0, 9.5, 0, "car", 1.05);
  }

  static List<AgentHost.Command> ofHost(ActorRef<Director.Command> director) {
    return List.of(new AgentHost.TakeTurn(9, inbox(), director));
  }

  static List<TrafficRegion.Command> ofRegion(
      ActorRef<TrafficRegion.Command> region,
      ActorRef<Director.Command> director,
      List<RoadDecision> decisions,
      VehicleRows rows) {
    return List.of(
        new TrafficRegion.Meet(List.of(region, region)),
        new TrafficRegion.Advance(9, decisions, true, false, director),
        new TrafficRegion.HaloArrived(new Halo(1, rows, new int[] {3}, new double[] {7.5})),
        new TrafficRegion.LaneChangesArrived(
            new LaneChanges(1, new int[rows.count()], new int[rows.count()], rows)),
        new TrafficRegion.IntentionsArrived(
            new Intentions(
                1,
                new ApproachRows(
                    new int[] {4}, new int[] {5}, new boolean[] {true}, new double[12]))),
        new TrafficRegion.HandOverArrived(new HandOver(1, rows, episodes(), episodes())));
  }

  static List<Director.Command> ofDirector(AgentId agent) {
    Facts facts =
        Facts.of(
            "vehicle.mode",
            "automated",
            "vehicle.plate.validUntil",
            NEW_YEAR,
            "vehicle.plated",
            true,
            "vehicle.count",
            3,
            "vehicle.speedMps",
            13.0,
            "vehicle.limitMps",
            Double.NaN,
            "vehicle.roads",
            List.of("a", "b"));
    return List.of(
        new Director.Begin(),
        new Director.Advanced(0, 9, stepResult(), new StateDigest(-1, Long.MIN_VALUE), sample()),
        new Director.Advanced(1, 9, stepResult(), null, null),
        new Director.TurnTaken(
            agent,
            9,
            decisions(),
            List.of(new Outcome.Outgoing(AgentId.of("operator", "o"), 3, new RunBegan())),
            List.of(new Event(9, EventType.TRIP_ENDED, PILOT.value(), facts)),
            facts),
        new Director.Interrupt());
  }

  static Sample sample() {
    return new Sample(
        new int[] {3}, new int[] {1}, new double[] {4.5}, new double[] {13.9}, new double[] {-1});
  }
}
