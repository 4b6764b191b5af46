package io.testroad.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import io.testroad.scenario.Scenario;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No actor may forget a command: each permitted command is sent and must not be unhandled. */
class UnhandledCommandTest {

  private final Scenario scenario = TestRoads.scenario(TestRoads.EMPTY);
  private final ScenarioPlan plan = TestRoads.plan(scenario, 1);
  private final TestInbox<Director.Command> toDirector = TestInbox.create();

  @Test
  void agentHostHandlesEveryCommand() {
    assertHandlesAll(
        AgentHost.Command.class,
        () -> AgentHost.create(new EchoAgent("one"), scenario.clock()),
        Commands.ofHost(toDirector.getRef()));
    assertThat(toDirector.getAllReceived()).hasSize(1);
  }

  @Test
  void trafficRegionHandlesEveryCommand() {
    TestInbox<TrafficRegion.Command> toRegion = TestInbox.create();
    assertHandlesAll(
        TrafficRegion.Command.class,
        () -> TrafficRegion.create(plan.regions().get(0)),
        Commands.ofRegion(toRegion.getRef(), toDirector.getRef(), List.of(), Commands.noRows()));
    assertThat(toDirector.getAllReceived()).hasSize(1);
  }

  @Test
  void directorHandlesEveryCommand() {
    CompletableFuture<RunStatus> ended = new CompletableFuture<>();
    assertHandlesAll(
        Director.Command.class,
        () ->
            Director.create(
                plan.regions(),
                plan.agents(),
                scenario.clock(),
                new TickLedger(plan, new RunLog(), RunObserver.silent()),
                ended),
        Commands.ofDirector(plan.agents().get(0).id()));
  }

  /** The test itself: it notices an actor that forgets one of its commands. */
  @Test
  void anActorThatForgetsACommandIsFoundOut() {
    Behavior<Director.Command> forgetful =
        Behaviors.receive(Director.Command.class)
            .onMessage(Director.Begin.class, begin -> Behaviors.same())
            .build();
    List<Director.Command> commands = Commands.ofDirector(Commands.PILOT);
    assertThatThrownBy(() -> assertHandlesAll(Director.Command.class, () -> forgetful, commands))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Advanced");
    assertThatThrownBy(
            () ->
                assertHandlesAll(
                    Director.Command.class, () -> forgetful, List.of(new Director.Begin())))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Interrupt");
  }

  private static <C> void assertHandlesAll(
      Class<C> protocol, Supplier<Behavior<C>> behavior, List<? extends C> samples) {
    Set<Class<?>> sampled = samples.stream().map(Object::getClass).collect(Collectors.toSet());
    assertThat(sampled)
        .as("a sample for each command of %s", protocol)
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(protocol.getPermittedSubclasses()));
    for (C command : samples) {
      BehaviorTestKit<C> kit = BehaviorTestKit.create(behavior.get());
      kit.run(command);
      assertThat((Object) kit.returnedBehavior())
          .as("%s handles %s", protocol, command.getClass().getSimpleName())
          .isNotSameAs(Behaviors.unhandled());
    }
  }
}
