package io.testroad.actors;

import akka.actor.testkit.typed.javadsl.BehaviorTestKit;
import akka.actor.testkit.typed.javadsl.TestInbox;
import akka.actor.typed.ActorRef;
import io.testroad.engine.RoadDecision;
import io.testroad.traffic.Region;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/**
 * Traffic regions whose messages are delivered one by one, in an order that the test chooses; only
 * what one sends to another keeps its order, as Akka promises.
 */
final class RegionExchange {

  /** Chooses which of the ways with something on it delivers next. */
  interface Postman {
    Way choose(List<Way> ways);
  }

  /** What is on its way to a region, from the director (-1) or from another region. */
  record Way(int from, int to, Queue<TrafficRegion.Command> messages) {}

  private final List<BehaviorTestKit<TrafficRegion.Command>> regions = new ArrayList<>();
  private final List<List<TestInbox<TrafficRegion.Command>>> outboxes = new ArrayList<>();
  private final List<Way> ways = new ArrayList<>();
  private final TestInbox<Director.Command> director = TestInbox.create();
  private final Postman postman;
  private int mostAhead;

  RegionExchange(List<Region> roads, Postman postman) {
    this.postman = postman;
    for (Region region : roads) {
      List<TestInbox<TrafficRegion.Command>> outbox = new ArrayList<>();
      roads.forEach(to -> outbox.add(TestInbox.create()));
      outboxes.add(outbox);
      var kit = BehaviorTestKit.create(TrafficRegion.create(region));
      List<ActorRef<TrafficRegion.Command>> others =
          outbox.stream().map(TestInbox::getRef).toList();
      kit.run(new TrafficRegion.Meet(others));
      regions.add(kit);
    }
    for (int to = 0; to < roads.size(); to++) {
      for (int from = -1; from < roads.size(); from++) {
        ways.add(new Way(from, to, new ArrayDeque<>()));
      }
    }
  }

  /** Advances the roads by a tick; returns the regions' replies, by region. */
  List<Director.Advanced> advance(long tick, List<RoadDecision> decisions) {
    for (Way way : ways) {
      if (way.from() < 0) {
        way.messages()
            .add(new TrafficRegion.Advance(tick, decisions, true, true, director.getRef()));
      }
    }
    List<Way> open = open();
    while (!open.isEmpty()) {
      mostAhead =
          Math.max(mostAhead, open.stream().mapToInt(w -> w.messages().size()).max().orElse(0));
      Way way = postman.choose(open);
      regions.get(way.to()).run(way.messages().remove());
      collect(way.to());
      open = open();
    }
    return director.getAllReceived().stream()
        .map(Director.Advanced.class::cast)
        .sorted(Comparator.comparingInt(Director.Advanced::region))
        .toList();
  }

  private List<Way> open() {
    return ways.stream().filter(way -> !way.messages().isEmpty()).toList();
  }

  private void collect(int from) {
    for (Way way : ways) {
      if (way.from() == from) {
        way.messages().addAll(outboxes.get(from).get(way.to()).getAllReceived());
      }
    }
  }

  /** The most messages that have waited on one way at once. */
  int mostAhead() {
    return mostAhead;
  }
}
