package io.testroad.actors;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import io.testroad.engine.RoadDecision;
import io.testroad.traffic.Halo;
import io.testroad.traffic.HandOver;
import io.testroad.traffic.Intentions;
import io.testroad.traffic.LaneChanges;
import io.testroad.traffic.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One traffic region: drives the kernel's phases, and between them exchanges with its neighbours
 * what each must know of the other.
 *
 * <p>A tick has four exchanges: halos (who is near the border), lane changes (what they did),
 * intentions (what they mean to do at junctions), and hand-overs (who has crossed). A phase begins
 * when every neighbour's part for it is here, in whatever order the parts came; neighbours may be
 * one exchange ahead, never two.
 */
final class TrafficRegion extends AbstractBehavior<TrafficRegion.Command> {

  /** What a region understands. */
  sealed interface Command extends Wire {}

  /** The other regions, in order of their number; sent once before the first tick. */
  record Meet(List<ActorRef<Command>> regions) implements Command {
    Meet {
      regions = List.copyOf(regions);
    }
  }

  /**
   * Advance the roads to a tick.
   *
   * @param tick the tick
   * @param decisions in the director's order
   * @param digest whether the state's digest is wanted
   * @param sample whether a sample of all vehicles is wanted
   * @param replyTo gets {@link Director.Advanced}
   */
  record Advance(
      long tick,
      List<RoadDecision> decisions,
      boolean digest,
      boolean sample,
      ActorRef<Director.Command> replyTo)
      implements Command {
    Advance {
      decisions = List.copyOf(decisions);
    }
  }

  /** A neighbour's vehicles near the border, before the tick. */
  record HaloArrived(Halo halo) implements Command {}

  /** What a neighbour's vehicles near the border have changed. */
  record LaneChangesArrived(LaneChanges changes) implements Command {}

  /** What a neighbour's vehicles near the border mean to do. */
  record IntentionsArrived(Intentions intentions) implements Command {}

  /** Vehicles that have crossed from a neighbour. */
  record HandOverArrived(HandOver handOver) implements Command {}

  private enum Phase {
    IDLE,
    AWAITING_HALOS,
    AWAITING_LANE_CHANGES,
    AWAITING_INTENTIONS,
    AWAITING_HAND_OVERS
  }

  private final Region region;
  private final int[] neighbours;
  private List<ActorRef<Command>> regions = List.of();
  private Phase phase = Phase.IDLE;
  private @Nullable Advance current;
  private final List<Halo> halos = new ArrayList<>();
  private final List<LaneChanges> laneChanges = new ArrayList<>();
  private final List<Intentions> intentions = new ArrayList<>();
  private final List<HandOver> handOvers = new ArrayList<>();

  private TrafficRegion(ActorContext<Command> context, Region region) {
    super(context);
    this.region = region;
    this.neighbours = region.neighbours();
  }

  /** A region actor around a kernel region. */
  static Behavior<Command> create(Region region) {
    return Behaviors.setup(context -> new TrafficRegion(context, region));
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Meet.class, this::onMeet)
        .onMessage(Advance.class, command -> guarded(command, () -> begin(command)))
        .onMessage(HaloArrived.class, command -> guarded(command, () -> halos.add(command.halo())))
        .onMessage(
            LaneChangesArrived.class,
            command -> guarded(command, () -> laneChanges.add(command.changes())))
        .onMessage(
            IntentionsArrived.class,
            command -> guarded(command, () -> intentions.add(command.intentions())))
        .onMessage(
            HandOverArrived.class,
            command -> guarded(command, () -> handOvers.add(command.handOver())))
        .build();
  }

  private Behavior<Command> onMeet(Meet command) {
    regions = command.regions();
    return this;
  }

  private Behavior<Command> guarded(Command command, Runnable action) {
    try {
      action.run();
      goOn();
    } catch (RuntimeException | AssertionError cause) {
      long tick = current == null ? -1 : current.tick();
      String what = command.getClass().getSimpleName() + " while " + phase;
      throw new SimulationFault("traffic region " + region.index(), tick, what, cause);
    }
    return this;
  }

  private void begin(Advance command) {
    current = command;
    region.begin(command.tick(), command.decisions());
    phase = Phase.AWAITING_HALOS;
    for (int neighbour : neighbours) {
      regions.get(neighbour).tell(new HaloArrived(region.haloFor(neighbour)));
    }
  }

  private void goOn() {
    if (phase == Phase.AWAITING_HALOS && halos.size() == neighbours.length) {
      halos.forEach(region::accept);
      halos.clear();
      region.changeLanes();
      phase = Phase.AWAITING_LANE_CHANGES;
      for (int neighbour : neighbours) {
        regions.get(neighbour).tell(new LaneChangesArrived(region.laneChangesFor(neighbour)));
      }
    }
    if (phase == Phase.AWAITING_LANE_CHANGES && laneChanges.size() == neighbours.length) {
      laneChanges.forEach(region::accept);
      laneChanges.clear();
      region.plan();
      phase = Phase.AWAITING_INTENTIONS;
      for (int neighbour : neighbours) {
        regions.get(neighbour).tell(new IntentionsArrived(region.intentionsFor(neighbour)));
      }
    }
    if (phase == Phase.AWAITING_INTENTIONS && intentions.size() == neighbours.length) {
      intentions.forEach(region::accept);
      intentions.clear();
      region.move();
      phase = Phase.AWAITING_HAND_OVERS;
      for (int neighbour : neighbours) {
        regions.get(neighbour).tell(new HandOverArrived(region.handOverTo(neighbour)));
      }
    }
    if (phase == Phase.AWAITING_HAND_OVERS && handOvers.size() == neighbours.length) {
      handOvers.forEach(region::accept);
      handOvers.clear();
      phase = Phase.IDLE;
      finish();
    }
  }

  private void finish() {
    Advance command = Objects.requireNonNull(current);
    var result = region.finish();
    command
        .replyTo()
        .tell(
            new Director.Advanced(
                region.index(),
                command.tick(),
                result,
                command.digest() ? region.digest() : null,
                command.sample() ? region.sample() : null));
  }
}
