package io.testroad.actors;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Facts;
import io.testroad.engine.Mail;
import io.testroad.engine.RunBegan;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No actor may forget a command: each permitted command is sent and must not be unhandled. */
class UnhandledCommandTest {

  private static final Clock CLOCK =
      Clock.of(OffsetDateTime.parse("2025-03-01T08:00:00+08:00"), Duration.ofMillis(100));

  @TestFactory
  List<DynamicTest> everyActorHandlesEveryCommand() {
    return List.of(
        DynamicTest.dynamicTest("agent host", this::agentHost),
        DynamicTest.dynamicTest("traffic region", this::trafficRegion),
        DynamicTest.dynamicTest("director", this::director));
  }

  private void agentHost() {
    TestInbox<Director.Command> director = TestInbox.create();
    Mail mail = new Mail(0, AgentId.of("echo", "one"), AgentId.SCRIPT, 1, new RunBegan());
    assertHandlesAll(
        AgentHost.Command.class,
        () -> AgentHost.create(new EchoAgent("one"), CLOCK),
        List.of(new AgentHost.TakeTurn(0, List.of(mail), director.getRef())));
    assertThat(director.getAllReceived()).hasSize(1);
  }

  private void trafficRegion() {
    TestInbox<Director.Command> director = TestInbox.create();
    TestRoads roads = TestRoads.oneEmptyRegion();
    assertHandlesAll(
        TrafficRegion.Command.class,
        () -> TrafficRegion.create(roads.region()),
        List.of(
            new TrafficRegion.Meet(List.of()),
            new TrafficRegion.Advance(0, List.of(), true, true, director.getRef()),
            new TrafficRegion.HaloArrived(roads.halo()),
            new TrafficRegion.LaneChangesArrived(roads.laneChanges()),
            new TrafficRegion.HandOverArrived(roads.handOver())));
  }

  private void director() {
    assertHandlesAll(
        Director.Command.class,
        () ->
            Director.create(
                List.of(),
                List.of(new EchoAgent("one")),
                CLOCK,
                TestRoads.ledgerOfNothing(CLOCK),
                new CompletableFuture<>()),
        List.of(
            new Director.Begin(),
            new Director.Advanced(0, 0, TestRoads.nothingHappened(), null, null),
            new Director.TurnTaken(
                AgentId.of("echo", "one"), 0, List.of(), List.of(), List.of(), Facts.empty()),
            new Director.Interrupt()));
  }

  private static <C> void assertHandlesAll(
      Class<C> protocol,
      java.util.function.Supplier<Behavior<C>> behavior,
      List<? extends C> samples) {
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
