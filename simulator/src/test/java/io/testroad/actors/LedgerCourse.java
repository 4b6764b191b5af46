package io.testroad.actors;

import io.testroad.engine.AgentId;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Outcome;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import io.testroad.protocol.IncidentLetter;
import io.testroad.scenario.Scenario;
import io.testroad.traffic.Sample;
import io.testroad.traffic.StateDigest;
import io.testroad.traffic.StepResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Some ticks of a ledger, with the same replies each time, handed in in an order to be chosen. */
final class LedgerCourse {

  private static final int REGIONS = 3;
  private static final int AGENTS = 4;
  private static final int TICKS = 12;

  private final RunLog log = new RunLog();
  private final TickLedger ledger;
  private final Set<AgentId> agents = new TreeSet<>();
  private final Consumer<List<?>> shuffle;

  private LedgerCourse(Scenario scenario, Consumer<List<?>> shuffle) {
    this.shuffle = shuffle;
    ScenarioPlan plan = ScenarioPlan.of(scenario, new RunOptions(REGIONS, Duration.ofMillis(500)));
    ledger = new TickLedger(plan, log, RunObserver.silent());
    plan.agents().forEach(agent -> agents.add(agent.id()));
    for (int i = 0; i < AGENTS; i++) {
      agents.add(agent(i));
    }
  }

  /** What a course puts on record, delivers and decides. */
  static List<String> lines(Scenario scenario, Consumer<List<?>> shuffle) {
    LedgerCourse course = new LedgerCourse(scenario, shuffle);
    for (int i = 0; i < TICKS; i++) {
      course.pass();
    }
    return course.log.lines();
  }

  private void pass() {
    long tick = ledger.tick();
    log.lines().add(tick + " decisions " + ledger.takeDecisions());
    List<Director.Advanced> advanced = new ArrayList<>();
    for (int region = 0; region < REGIONS; region++) {
      advanced.add(advanced(region, tick));
    }
    shuffle.accept(advanced);
    ledger.roadsAdvanced(advanced);
    log.lines().add(tick + " inboxes " + ledger.deliver(agents));
    List<Director.TurnTaken> turns = new ArrayList<>();
    for (int i = 0; i < AGENTS; i++) {
      turns.add(turn(i, tick));
    }
    shuffle.accept(turns);
    ledger.turnsTaken(turns);
    ledger.goOn();
  }

  private static AgentId agent(int i) {
    return AgentId.of("walker", "w" + i);
  }

  private static Director.Advanced advanced(int region, long tick) {
    String road = "street-1-east-" + region;
    Event stalled =
        new Event(
            tick,
            EventType.VEHICLE_STALLED,
            "vehicle:car." + region % 2,
            Facts.of("road", road, "lane", 0, "positionM", 1.0 * region, "cause", "test"));
    var percept = new Percept.Waiting(road, region, tick);
    StepResult result =
        new StepResult(
            List.of(new StepResult.Perceived("pilot-" + (region + 1), percept)),
            List.of(stalled),
            List.of(Commands.trip("car." + region + "." + tick)),
            2,
            0,
            region,
            0,
            0,
            0,
            List.of(),
            tick + 1 + region);
    Sample sample =
        new Sample(
            new int[] {region, 9 - region},
            new int[2],
            new double[2],
            new double[2],
            new double[2]);
    return new Director.Advanced(
        region, tick, result, new StateDigest(tick + region, -region), sample);
  }

  private static Director.TurnTaken turn(int i, long tick) {
    AgentId self = agent(i);
    AgentId next = agent((i + 1) % AGENTS);
    return new Director.TurnTaken(
        self,
        tick,
        List.of(new RoadDecision.LimitSpeed("street-1-east-0", i + 1.0)),
        List.of(
            new Outcome.Outgoing(next, i, new IncidentLetter.TurnedOut((int) tick)),
            new Outcome.Outgoing(next, 1, new IncidentLetter.TurnedOut(-i)),
            new Outcome.Outgoing(agent(0), 3 - i, new IncidentLetter.ObstacleGone("w" + i))),
        List.of(new Event(tick, EventType.TRIP_ENDED, self.value(), Facts.of("outcome", "o" + i))),
        Facts.of("walker.turns", i * tick));
  }
}
