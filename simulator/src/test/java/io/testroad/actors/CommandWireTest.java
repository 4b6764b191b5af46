package io.testroad.actors;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.serialization.SerializationExtension;
import com.typesafe.config.ConfigFactory;
import io.testroad.engine.RoadDecision;
import java.io.NotSerializableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command survives the way between two nodes, as {@code application.conf} binds it. */
class CommandWireTest {

  private static final ActorTestKit KIT = ActorTestKit.create(ConfigFactory.load());
  private static final TestProbe<Director.Command> DIRECTOR =
      KIT.createTestProbe(Director.Command.class);
  private static final TestProbe<TrafficRegion.Command> REGION =
      KIT.createTestProbe(TrafficRegion.Command.class);

  @AfterAll
  static void shutDown() {
    KIT.shutdownTestKit();
  }

  static List<Wire> commands() {
    List<Wire> commands = new ArrayList<>(Commands.ofHost(DIRECTOR.getRef()));
    commands.addAll(
        Commands.ofRegion(
            REGION.getRef(), DIRECTOR.getRef(), Commands.decisions(), Commands.rows()));
    commands.addAll(Commands.ofDirector(Commands.PILOT));
    return commands;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void survives(Wire command) {
    Wire arrived = KIT.serializationTestKit().verifySerialization(command, false);
    assertThat(arrived).hasSameClassAs(command);
    assertThat(arrived)
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(command);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isWrittenAsCbor(Wire command) throws NotSerializableException {
    var serialization = SerializationExtension.get(KIT.system());
    assertThat(serialization.serializerFor(command.getClass()).getClass().getSimpleName())
        .isEqualTo("JacksonCborSerializer");
  }

  @Test
  void noCommandAndNoDecisionIsLeftOut() {
    Set<Class<?>> sampled = commands().stream().map(Object::getClass).collect(Collectors.toSet());
    assertThat(sampled)
        .containsAll(
            Stream.of(AgentHost.Command.class, TrafficRegion.Command.class, Director.Command.class)
                .flatMap(protocol -> Arrays.stream(protocol.getPermittedSubclasses()))
                .toList());
    assertThat(Commands.decisions().stream().map(Object::getClass))
        .doesNotHaveDuplicates()
        .hasSize(RoadDecision.class.getPermittedSubclasses().length);
  }
}
