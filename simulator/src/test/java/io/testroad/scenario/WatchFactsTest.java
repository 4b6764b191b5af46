package io.testroad.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Mail;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.incident.CentreAgent;
import io.testroad.incident.NetworkRoads;
import io.testroad.incident.ScenesAgent;
import io.testroad.incident.UnitAgent;
import io.testroad.incident.UnitWays;
import io.testroad.intersection.SignalAgent;
import io.testroad.network.RoadGraph;
import io.testroad.permit.AuthorityAgent;
import io.testroad.policy.FactType;
import io.testroad.policy.RuleBook;
import io.testroad.sensing.CallersAgent;
import io.testroad.sensing.PlatformAgent;
import io.testroad.vehicle.IcvAgent;
import io.testroad.vehicle.NetworkMap;
import io.testroad.vehicle.OperatorAgent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of facts names what agents publish, with its types. */
class WatchFactsTest {

  @TempDir Path folder;

  @Test
  void theTableIsWhatAgentsPublish() {
    Scenario scenario =
        new ScenarioWorld(folder, ScenarioWorld.grid())
            .read(
                ScenarioWorld.FLEET
                    + "centre: { units: [{ name: tow, station: street-0-east-0 }] }\n");
    Set<String> published = new TreeSet<>(Set.of("now"));
    for (Agent<?> agent : agents(scenario)) {
      Facts facts = first(agent, scenario);
      facts.names().forEach(name -> assertThat(typeOf(name)).isEqualTo(type(facts.find(name))));
      published.addAll(facts.names());
    }
    Set<String> table = new TreeSet<>(WatchFacts.LANGUAGE.facts().keySet());
    table.removeIf(name -> name.startsWith("event."));
    assertThat(table).isEqualTo(published);
  }

  private static List<Agent<?>> agents(Scenario s) {
    RandomStream random = RandomStream.of(1, "test");
    List<Agent<?>> agents = new ArrayList<>();
    agents.add(
        new IcvAgent(
            s.icvs().get(0),
            new NetworkMap(s.network(), RoadGraph.of(s.network()), new TreeMap<>()),
            RuleBook.NONE,
            random));
    agents.add(new OperatorAgent(s.operators().get(0), RuleBook.NONE, random, random));
    agents.add(new AuthorityAgent(s.authorities().get(0), RuleBook.NONE));
    agents.add(new SignalAgent(s.signals().get(0)));
    agents.add(new CentreAgent(s.centres().get(0), s.network(), RoadGraph.of(s.network())));
    agents.add(
        new UnitAgent(
            s.centres().get(0).units().get(0),
            new UnitWays(s.network(), RoadGraph.of(s.network())),
            random));
    agents.add(new PlatformAgent(s.platform(), random));
    agents.add(new CallersAgent(s.callers(), random));
    agents.add(new ScenesAgent(s.scenes(), NetworkRoads.of(s.network()), random));
    return agents;
  }

  private static <S> Facts first(Agent<S> agent, Scenario scenario) {
    Mail began = new Mail(0, agent.id(), AgentId.SCRIPT, 0, new RunBegan());
    return agent.take(agent.initialState(), new Turn(0, scenario.clock(), List.of(began))).facts();
  }

  private static FactType typeOf(String name) {
    assertThat(WatchFacts.LANGUAGE.facts()).containsKey(name);
    return WatchFacts.LANGUAGE.facts().get(name).type();
  }

  private static FactType type(Object value) {
    if (value instanceof Long) {
      return FactType.INT;
    } else if (value instanceof Double) {
      return FactType.DOUBLE;
    } else if (value instanceof Boolean) {
      return FactType.BOOL;
    } else if (value instanceof Instant) {
      return FactType.TIMESTAMP;
    }
    return value instanceof String ? FactType.STRING : FactType.STRING_LIST;
  }
}
