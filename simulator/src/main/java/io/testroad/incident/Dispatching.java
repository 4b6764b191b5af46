package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.incident.CentreState.Loan;
import io.testroad.incident.CentreState.Post;
import io.testroad.incident.UnitView.Engagement;
import io.testroad.network.EdgeCosts;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.VehicleClass;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sends units to those that wait for them, in the order that the centre keeps. */
final class Dispatching {

  private final CentreSpec spec;
  private final Network network;
  private final RoadGraph graph;
  private final RoadsAround roads;
  private final Dispatch dispatch;

  Dispatching(CentreSpec spec, Network network, RoadGraph graph, RoadsAround roads) {
    this.spec = spec;
    this.network = network;
    this.graph = graph;
    this.roads = roads;
    dispatch = new Dispatch(spec.dispatch(), network, graph);
  }

  /** Serves whoever can be served now; the others are told to wait. */
  void serve(Desk desk) {
    List<Queue.Waiting> queue = Queue.of(desk.state());
    if (spec.dispatch().order() == QueueOrder.NEAREST) {
      List<UnitView> free = views(desk).stream().filter(UnitView::isFree).toList();
      queue.sort(
          Comparator.comparingInt(Queue.Waiting::priority)
              .thenComparingDouble(waiting -> nearestM(desk, free, waiting)));
    }
    for (Queue.Waiting waiting : queue) {
      if (waiting.isLoan()) {
        lend(desk, waiting);
      } else {
        serve(desk, waiting);
      }
    }
  }

  /** How far one who waits is from the nearest of some units that can do his task, m. */
  private double nearestM(Desk desk, List<UnitView> free, Queue.Waiting waiting) {
    Loan loan = waiting.isLoan() ? desk.loans().find(waiting.key()) : null;
    Picture picture = desk.pictures().find(waiting.number());
    if (loan != null) {
      return nearestM(free, waiting.task(), loan.road(), loan.positionM());
    }
    return picture == null
        ? Double.POSITIVE_INFINITY
        : nearestM(
            free,
            waiting.task(),
            picture.belief().sight().road(),
            picture.belief().sight().positionM());
  }

  private double nearestM(List<UnitView> free, Task task, String road, double positionM) {
    return free.stream()
        .filter(unit -> unit.kind().can(task))
        .mapToDouble(unit -> roads.flightM(unit.road(), unit.positionM(), road, positionM))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  // own incidents -------------------------------------------------------------------------------

  private void serve(Desk desk, Queue.Waiting waiting) {
    Picture picture = desk.pictures().find(waiting.number());
    while (picture != null && picture.wants().containsKey(waiting.key())) {
      Want want = java.util.Objects.requireNonNull(picture.wants().get(waiting.key()));
      Optional<DispatchChoice> choice = choose(desk, call(picture, want));
      if (choice.isEmpty()) {
        unavailable(desk, picture, waiting.key(), want);
        return;
      }
      picture = send(desk, picture, waiting.key(), choice.get());
    }
  }

  private static DispatchCall call(Picture picture, Want want) {
    return new DispatchCall(
        picture.belief().sight().road(),
        picture.belief().sight().positionM(),
        picture.ruling().priority(),
        want.task(),
        want.kinds(),
        1);
  }

  /** Sends a free drone to look, if there is one; the picture as it is then. */
  Optional<Picture> sendDrone(Desk desk, Picture picture) {
    Want want = new Want(Task.OBSERVE, List.of(UnitKind.DRONE), 1, 0, desk.tick(), true, true);
    return choose(desk, call(picture, want))
        .filter(choice -> !choice.preEmpts())
        .map(choice -> send(desk, picture, "", choice));
  }

  private Optional<DispatchChoice> choose(Desk desk, DispatchCall call) {
    List<UnitView> units = views(desk);
    boolean any =
        units.stream()
            .filter(unit -> call.takes(unit.kind()))
            .anyMatch(unit -> unit.isFree() || unit.isUnderWayToLess(call.priority()));
    return any
        ? dispatch.choose(call, units, EdgeCosts.known(network, graph, desk.slowS())).stream()
            .findFirst()
        : Optional.empty();
  }

  private List<UnitView> views(Desk desk) {
    List<UnitView> views = new ArrayList<>();
    for (UnitSpec unit : spec.units()) {
      Post known = java.util.Objects.requireNonNull(desk.posts().find(unit.name()));
      boolean home = known.engagement() == Engagement.HOMEWARD && known.homeTick() <= desk.tick();
      Post post = home ? Post.atStation(unit) : known;
      views.add(
          new UnitView(
              unit.name(),
              unit.kind(),
              unit.ringMin(),
              post.road(),
              post.positionM(),
              post.engagement(),
              post.priority(),
              post.engagement() == Engagement.FREE ? unit.turnout() : Duration.ZERO,
              1,
              VehicleClass.EMERGENCY));
    }
    return views;
  }

  private Picture send(Desk desk, Picture picture, String key, DispatchChoice choice) {
    UnitView unit = choice.unit();
    if (choice.preEmpts()) {
      callAway(desk, unit.name(), picture.number());
    }
    Picture sent = picture;
    List<Task> tasks = new ArrayList<>(List.of(choice.task()));
    if (!key.isEmpty()) {
      Want want = java.util.Objects.requireNonNull(picture.wants().get(key));
      sent = sent.with(key, want.of(want.count() - 1));
      for (Map.Entry<String, Want> other : picture.wants().entrySet()) {
        Want also = other.getValue();
        if (!tasks.contains(also.task()) && also.isServedBy(unit.kind())) {
          tasks.add(also.task());
          sent = sent.with(other.getKey(), also.of(also.count() - 1));
        }
      }
    }
    sent =
        sent.with(
            unit.name(),
            new Assigned(unit.kind(), desk.self(), tasks, desk.tick(), Assigned.Phase.SENT));
    return order(desk, sent, tasks, choice);
  }

  /** Gives a unit its order, and puts it on record. */
  private Picture order(Desk desk, Picture picture, List<Task> tasks, DispatchChoice choice) {
    UnitView unit = choice.unit();
    Picture sent = picture;
    boolean looks = !picture.course().isVerified();
    if (looks) {
      Verification means = unit.kind().flies() ? Verification.DRONE : Verification.PATROL;
      sent = Verifying.begun(desk, sent, means, AgentId.vehicle(unit.name()));
    }
    if (!looks || !unit.kind().flies()) {
      sent = sent.with(sent.course().dispatched(desk.tick()));
      desk.decidedKnowing(
          EventType.UNIT_DISPATCHED,
          sent,
          dispatched(unit, tasks, sent.belief().sight().road(), choice));
    }
    desk.post(
        AgentId.vehicle(unit.name()),
        new IncidentLetter.UnitSent(
            sent.number(),
            desk.self(),
            sent.belief().sight().road(),
            sent.belief().sight().positionM(),
            tasks.stream().map(Task::written).toList(),
            sent.ruling().plan(),
            Measures.allowsPreEmption(desk, sent.number()),
            desk.slowS()));
    engage(desk, unit.name(), Engagement.UNDER_WAY, sent.ruling().priority());
    desk.keep(sent);
    return sent;
  }

  private static Facts dispatched(
      UnitView unit, List<Task> tasks, String road, DispatchChoice choice) {
    return Facts.of(
        "unit",
        unit.name(),
        "unitKind",
        unit.kind().written(),
        "tasks",
        tasks.stream().map(Task::written).collect(Collectors.joining(", ")),
        "road",
        road,
        "reason",
        choice.reason(),
        "expectedS",
        choice.expectedS(),
        "distanceM",
        choice.distanceM());
  }

  private static void engage(Desk desk, String unit, Engagement engagement, int priority) {
    Post post = java.util.Objects.requireNonNull(desk.posts().find(unit));
    desk.posts().put(unit, post.engaged(engagement, priority, desk.tick()));
  }

  /** Takes a unit that is on its way from the incident it was sent to. */
  private static void callAway(Desk desk, String unit, int number) {
    for (Picture other : List.copyOf(desk.pictures().entries().values())) {
      Assigned assigned = other.units().get(unit);
      if (assigned != null && assigned.phase() == Assigned.Phase.SENT) {
        desk.decided(
            EventType.UNIT_RECALLED,
            other,
            Facts.of("unit", unit, "reason", "needed more at incident " + number));
        desk.keep(other.without(unit));
      }
    }
  }

  private void unavailable(Desk desk, Picture picture, String key, Want want) {
    if (want.announced()) {
      return;
    }
    desk.decided(
        EventType.UNIT_UNAVAILABLE,
        picture,
        Facts.of(
            "task", want.task().written(), "waiting", Queue.before(desk.state(), picture, key)));
    Picture waits = picture.with(key, want.withAnnounced());
    if (picture.course().isVerified()) {
      if (!spec.hasUnitFor(want)) {
        waits = Support.ask(desk, waits, key);
      } else {
        desk.review(picture.number(), Support.LONG_WAIT + key, 0, want.boundS());
      }
    }
    desk.note(waits);
  }

  // other centres' ------------------------------------------------------------------------------

  private void lend(Desk desk, Queue.Waiting waiting) {
    Loan loan = desk.loans().find(waiting.key());
    if (loan == null) {
      return;
    }
    DispatchCall call =
        new DispatchCall(loan.road(), loan.positionM(), loan.priority(), loan.task(), List.of(), 1);
    choose(desk, call)
        .ifPresent(
            choice -> {
              desk.loans().remove(waiting.key());
              lend(desk, loan, choice);
            });
  }

  private static void lend(Desk desk, Loan loan, DispatchChoice choice) {
    String unit = choice.unit().name();
    if (choice.preEmpts()) {
      callAway(desk, unit, loan.incident());
    }
    Facts decided = Facts.of("plan", loan.plan(), "known", loan.known()).and(desk.by());
    desk.record(
        EventType.UNIT_DISPATCHED,
        loan.incident(),
        dispatched(choice.unit(), List.of(loan.task()), loan.road(), choice).and(decided));
    desk.record(
        EventType.SUPPORT_GIVEN,
        loan.incident(),
        Facts.of("to", loan.commander().value(), "unit", unit, "task", loan.task().written())
            .and(desk.by()));
    desk.post(
        AgentId.vehicle(unit),
        new IncidentLetter.UnitSent(
            loan.incident(),
            loan.commander(),
            loan.road(),
            loan.positionM(),
            List.of(loan.task().written()),
            loan.plan(),
            false,
            desk.slowS()));
    desk.post(
        loan.commander(),
        new IncidentLetter.SupportAnswered(loan.incident(), loan.task().written(), unit));
    engage(desk, unit, Engagement.BUSY, 0);
  }

  // units that are free again -------------------------------------------------------------------

  /** A unit of this centre's may be sent again. */
  void free(Desk desk, IncidentLetter.UnitFree letter) {
    Post before = desk.posts().find(letter.unit());
    Optional<UnitSpec> unit =
        spec.units().stream().filter(each -> each.name().equals(letter.unit())).findFirst();
    boolean crossed =
        before != null
            && before.engagement() == Engagement.UNDER_WAY
            && desk.tick() <= before.sentTick() + 1;
    if (before == null || unit.isEmpty() || crossed) {
      return;
    }
    boolean home = letter.road().equals(unit.get().station());
    Duration way = Desk.millis(roads.freeSeconds(letter.road(), unit.get().station()));
    desk.posts()
        .put(
            letter.unit(),
            home
                ? Post.atStation(unit.get())
                : new Post(
                    letter.road(),
                    letter.positionM(),
                    Engagement.HOMEWARD,
                    0,
                    before.sentTick(),
                    desk.tick() + desk.turn().clock().ticksCovering(way)));
    desk.moveQueue();
  }

  /** Units that are out are told how traffic is. */
  void tellTraffic(Desk desk) {
    for (UnitSpec unit : spec.units()) {
      Post post = java.util.Objects.requireNonNull(desk.posts().find(unit.name()));
      if (post.engagement() != Engagement.FREE) {
        desk.post(unit.id(), new IncidentLetter.TrafficTold(desk.slowS()));
      }
    }
  }

  /** A unit that tells what it sees on its round is known to be there. */
  static void heardFrom(Desk desk, IncidentLetter.Reported report) {
    Post post = desk.posts().find(report.source().name());
    if (post != null
        && post.engagement() == Engagement.FREE
        && report.source().equals(AgentId.vehicle(report.source().name()))) {
      SceneLetter.Sight seen = report.seen();
      desk.posts().put(report.source().name(), post.at(seen.road(), seen.positionM()));
    }
  }

  /** A unit of this centre's is on a scene, or can't go on. */
  static void busy(Desk desk, String unit) {
    Post post = desk.posts().find(unit);
    if (post != null) {
      desk.posts().put(unit, post.busy());
    }
  }
}
