package io.testroad.cli;

import io.testroad.engine.Event;
import io.testroad.record.EventLogReader.Logged;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes an account of something in a run: its sections, and events as their items. */
final class AccountWriter {

  private static final int ITEMS = 100;
  private static final int MOST_KEPT = 200_000;

  private final RunLog run;
  private final RuleWords told;
  private final Words words;
  private final EventSentences sentences;
  private final boolean all;
  private final List<Account.Section> sections = new ArrayList<>();

  /**
   * A writer.
   *
   * @param all whether long lists are told to their end
   */
  AccountWriter(RunLog run, RuleWords told, EventSentences sentences, boolean all) {
    this.run = run;
    this.told = told;
    this.words = told.words();
    this.sentences = sentences;
    this.all = all;
  }

  RunLog run() {
    return run;
  }

  RuleWords told() {
    return told;
  }

  Words words() {
    return words;
  }

  EventSentences sentences() {
    return sentences;
  }

  /** Events of which as many are kept as will be shown, and all counted. */
  static final class Shelf {
    private final int most;
    private final List<Logged> kept = new ArrayList<>();
    private int count;

    private Shelf(int most) {
      this.most = most;
    }

    void add(Logged logged) {
      count++;
      if (kept.size() < most) {
        kept.add(logged);
      }
    }

    List<Logged> kept() {
      return kept;
    }

    /** How many were not kept. */
    int left() {
      return count - kept.size();
    }

    boolean isEmpty() {
      return count == 0;
    }
  }

  /** An empty shelf for the events of a section. */
  Shelf shelf() {
    return new Shelf(all ? MOST_KEPT : ITEMS);
  }

  /** The account with all sections written so far. */
  Account account(String kind, String subject, String title) {
    List<String> notes =
        run.doubts().stream().map(doubt -> words.say(doubt.key(), doubt.about())).toList();
    return new Account(
        run.directory().path().toString(),
        run.manifest().scenario(),
        kind,
        subject,
        title,
        notes,
        List.copyOf(sections));
  }

  /** A section; its title is the message of the key. */
  void section(String key, List<Account.Item> items) {
    section(key, items, 0);
  }

  /** A section of the events on a shelf. */
  void section(String key, Shelf shelf) {
    section(key, shelf.kept.stream().map(this::item).toList(), shelf.left());
  }

  /**
   * A section.
   *
   * @param unkept how many more items there were than are given
   */
  void section(String key, List<Account.Item> items, int unkept) {
    int most = all ? Integer.MAX_VALUE : ITEMS;
    List<Account.Item> shown = items.stream().limit(most).toList();
    sections.add(
        new Account.Section(
            key, words.say("explain." + key), shown, items.size() - shown.size() + unkept));
  }

  /** Sentences as items. */
  static List<Account.Item> lines(List<String> lines) {
    return lines.stream().map(Account.Item::of).toList();
  }

  /** An event as an item; a ruling with what would have changed it. */
  Account.Item item(Logged logged) {
    return Links.isRuling(logged.event()) ? ruling(logged, false) : plain(logged);
  }

  /** An event as a sentence. */
  Account.Item plain(Logged logged) {
    Event event = logged.event();
    String sentence =
        words.say(
            "explain.event",
            Long.toString(logged.line()),
            sentences.time(event.tick()),
            sentences.of(event));
    List<String> known =
        sentences.known(event).map(text -> words.say("explain.known", text)).stream().toList();
    return item(logged, sentence, null, known);
  }

  /**
   * A ruling as a sentence that says who judged, when that is somebody else than whom it is about.
   *
   * @param whole with all that there is to say of it
   */
  Account.Item ruling(Logged logged, boolean whole) {
    Event event = logged.event();
    RulingAccount account = new RulingAccount(event, run, told);
    String rule = Links.text(event, "rule");
    String by = Links.text(event, "by");
    boolean judged = !by.isEmpty() && !by.equals(event.subject());
    String whom = sentences.subject(event.subject());
    String sentence =
        words.say(
            (account.held() ? "explain.held" : "explain.broken") + (judged ? "-by" : ""),
            Long.toString(logged.line()),
            sentences.time(event.tick()),
            judged ? whom : capital(whom),
            told.title(rule),
            rule,
            capital(sentences.subject(by)));
    return item(logged, sentence, account.view(), whole ? account.lines() : account.why());
  }

  /** An item without what stands below its sentence. */
  static Account.Item briefly(Account.Item item) {
    return new Account.Item(
        item.line(),
        item.tick(),
        item.time(),
        item.type(),
        item.subject(),
        item.attributes(),
        item.sentence(),
        item.ruling(),
        List.of());
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private Account.Item item(
      Logged logged, String sentence, Account.@Nullable RulingView ruling, List<String> further) {
    Event event = logged.event();
    SortedMap<String, Object> attributes = new TreeMap<>();
    event.attributes().asMap().forEach((k, v) -> attributes.put(k, RulingAccount.plain(v)));
    return new Account.Item(
        logged.line(),
        event.tick(),
        run.clock().dateTimeOf(event.tick()).toString(),
        event.type().written(),
        event.subject(),
        attributes,
        sentence,
        ruling,
        further);
  }

  /** Who did something how often, the first three named. */
  String by(SortedMap<String, Long> subjects) {
    List<String> first =
        subjects.entrySet().stream()
            .limit(3)
            .map(
                entry ->
                    entry.getValue() == 1
                        ? sentences.subject(entry.getKey())
                        : words.say(
                            "count-of", sentences.subject(entry.getKey()), entry.getValue()))
            .toList();
    String list = words.list(first);
    return subjects.size() > 3
        ? list + words.say("list.separator") + "… (" + subjects.size() + ")"
        : list;
  }
}
