package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.record.EventLogReader.Logged;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Tells of one event: which rulings led to it, and what followed. */
final class EventAccount {

  private static final int DEEPEST = 6;
  private static final int MOST_CAUSES = 60;
  private static final int MOST_NEAR = 20_000;
  private static final double FOLLOWED_WITHIN_S = 600;

  private final AccountWriter writer;
  private final Words words;
  private final Logged centre;
  private final EventLinks links;

  EventAccount(AccountWriter writer, Logged centre) {
    this.writer = writer;
    this.centre = centre;
    words = writer.words();
    links = new EventLinks(near(), writer.run().policy(), EventLinks.vehicle(centre.event()));
  }

  /** The account. */
  Account tell() {
    Event event = centre.event();
    writer.section(
        "event-itself",
        List.of(Links.isRuling(event) ? writer.ruling(centre, true) : writer.plain(centre)));
    causes();
    if (Links.isBroken(event)) {
      List<Logged> followed = links.followers(centre);
      writer.section(
          "followed",
          followed.isEmpty()
              ? AccountWriter.lines(List.of(words.say("explain.nothing-followed")))
              : followed.stream().map(writer::item).toList());
    } else {
      List<Logged> judged = links.judged(centre);
      if (!judged.isEmpty()) {
        writer.section("judged", judged.stream().map(this::brieflyIfHeld).toList());
      }
    }
    String line = "#" + centre.line();
    return writer.account("event", line, words.say("explain.title", line));
  }

  private Account.Item brieflyIfHeld(Logged ruling) {
    Account.Item item = writer.item(ruling);
    return Links.isBroken(ruling.event()) ? item : AccountWriter.briefly(item);
  }

  /**
   * The events that may have to do with the one: about the same, not long after it. Of very many
   * the latest before it and the first after it.
   */
  private List<Logged> near() {
    Event event = centre.event();
    long until = event.tick() + (long) (FOLLOWED_WITHIN_S / writer.run().clock().tickSeconds());
    Set<String> rules = Links.rules(event);
    boolean ofAuthority =
        Links.about(event).stream().allMatch(link -> link.startsWith("authority:"));
    Predicate<Event> near =
        each ->
            each.tick() <= until
                && (Links.meet(each, event)
                    || Links.sameFleet(each, event)
                    || (Links.isBroken(each)
                        && rules.contains(Links.text(each, "rule"))
                        && each.subject().startsWith("authority:"))
                    || (ofAuthority
                        && (each.type() == EventType.VIOLATION_RECORDED
                            || (Links.isBroken(each) && each.subject().startsWith("vehicle:")))));
    Deque<Logged> before = new ArrayDeque<>();
    List<Logged> after = new ArrayList<>();
    writer
        .run()
        .each(
            lines(ofAuthority, rules),
            logged -> {
              if (!near.test(logged.event())) {
                return;
              }
              if (logged.event().tick() > event.tick()) {
                if (after.size() < MOST_NEAR) {
                  after.add(logged);
                }
                return;
              }
              before.addLast(logged);
              if (before.size() > MOST_NEAR) {
                before.removeFirst();
              }
            });
    List<Logged> all = new ArrayList<>(before);
    all.addAll(after);
    return all;
  }

  /** Which lines of the log can have to do with the event, as they are written. */
  private Predicate<String> lines(boolean ofAuthority, Set<String> rules) {
    Set<String> names = new TreeSet<>(rules);
    for (String link : Links.about(centre.event())) {
      String name = EventSentences.nameOf(link);
      String fleet = Links.fleetOf(name);
      names.add(name);
      if (!fleet.isEmpty()) {
        names.add("\"operator:" + fleet + "\"");
        names.add("\"" + fleet + "\"");
      }
    }
    boolean plain = names.stream().noneMatch(name -> name.contains("\\") || !isAscii(name));
    return ofAuthority || !plain ? line -> true : line -> names.stream().anyMatch(line::contains);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private void causes() {
    List<Account.Item> items = new ArrayList<>();
    Set<Long> seen = new HashSet<>(Set.of(centre.line()));
    List<Logged> open = List.of(centre);
    for (int depth = 0; depth < DEEPEST && !open.isEmpty(); depth++) {
      List<Logged> next = new ArrayList<>();
      for (Logged effect : open) {
        for (Logged cause : links.causesOf(effect)) {
          if (items.size() < MOST_CAUSES && seen.add(cause.line())) {
            items.add(Links.isRuling(cause.event()) ? cause(cause, effect) : writer.plain(cause));
            next.add(cause);
          }
        }
      }
      open = next;
    }
    if (!items.isEmpty()) {
      writer.section("causes", items);
      return;
    }
    List<Account.Item> same =
        links.sameMoment(centre).stream()
            .map(each -> AccountWriter.briefly(writer.item(each)))
            .toList();
    if (!same.isEmpty()) {
      writer.section("same-moment", same);
    } else if (!Links.isRuling(centre.event())) {
      writer.section("causes", AccountWriter.lines(List.of(words.say("explain.no-causes"))));
    }
  }

  /** A ruling in whole when it decided; one of several that held only as a sentence. */
  private Account.Item cause(Logged ruling, Logged effect) {
    boolean decided =
        Links.isBroken(ruling.event()) || effect.event().type() == EventType.APPEAL_DECIDED;
    return decided
        ? writer.ruling(ruling, true)
        : AccountWriter.briefly(writer.ruling(ruling, false));
  }
}
