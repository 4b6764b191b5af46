package io.testroad.actors;

import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.RunBegan;
import io.testroad.policy.Consequence;
import io.testroad.protocol.Correspondence;
import java.util.ArrayList;
import java.util.List;

/**
 * Teaches Jackson the names of all letters and decisions, so that they can cross the network, and
 * how ids and facts are read: from the one value as which they are written (Akka's Jackson takes a
 * creator with one named parameter for one that wants an object).
 */
public final class WireModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  /** Made by Akka, by name. */
  public WireModule() {
    super("testroad-wire");
    roots().forEach(root -> leaves(root).forEach(this::registerSubtypes));
    addDeserializer(AgentId.class, new StdDelegatingDeserializer<>(new ToAgentId()));
    addDeserializer(Facts.class, new FactsReader());
  }

  private static final class ToAgentId extends StdConverter<String, AgentId> {
    @Override
    public AgentId convert(String value) {
      return new AgentId(value);
    }
  }

  private static List<Class<?>> roots() {
    return List.of(
        RoadDecision.class, Percept.class, Correspondence.class, RunBegan.class, Consequence.class);
  }

  /** The records at the ends of a sealed hierarchy. */
  static List<Class<?>> leaves(Class<?> type) {
    Class<?>[] permitted = type.getPermittedSubclasses();
    if (permitted == null) {
      return List.of(type);
    }
    List<Class<?>> leaves = new ArrayList<>();
    for (Class<?> subtype : permitted) {
      leaves.addAll(leaves(subtype));
    }
    return leaves;
  }

  /** All kinds of letters. */
  static List<Class<?>> letters() {
    return roots().stream()
        .flatMap(root -> leaves(root).stream())
        .filter(Letter.class::isAssignableFrom)
        .<Class<?>>map(type -> type)
        .toList();
  }
}
