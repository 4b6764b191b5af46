package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.finding.Findings;
import io.testroad.incident.DispatchRule;
import io.testroad.incident.UnitKind;
import io.testroad.policy.Consequence;
import io.testroad.policy.Fact;
import io.testroad.policy.Grade;
import io.testroad.policy.Instruction;
import io.testroad.policy.Moment;
import io.testroad.policy.Obligation;
import io.testroad.policy.Policy;
import io.testroad.policy.Vocabulary;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.Task;
import io.testroad.units.Term;
import io.testroad.vehicle.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");

  private static Optional<String> title(String rule) {
    return rule.equals("plate-valid") ? Optional.of("Needs a plate") : Optional.empty();
  }

  private static final Clock CLOCK =
      Clock.of(OffsetDateTime.parse("2025-02-28T23:50:00+08:00"), Duration.ofMillis(100));

  @Test
  void bothLanguagesHaveTheSameKeys() {
    for (String bundle : List.of("messages", "policy", "events")) {
      assertThat(Words.bundle(bundle, Language.ZH).keySet())
          .as(bundle)
          .containsExactlyInAnyOrderElementsOf(Words.bundle(bundle, Language.EN).keySet());
    }
  }

  @Test
  void everyEventTypeHasASentenceAndNoOtherHas() {
    Set<String> written =
        Arrays.stream(EventType.values()).map(EventType::written).collect(Collectors.toSet());
    assertThat(Words.bundle("events", Language.EN).keySet())
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void sentencesSpeakOnlyOfWhatEventsCarryAndGuardWhatMayMiss() {
    for (Language language : Language.values()) {
      ResourceBundle events = Words.bundle("events", language);
      for (EventType type : EventType.values()) {
        String sentence = events.getString(type.written());
        Matcher places = PLACE.matcher(sentence);
        while (places.find()) {
          String place = places.group(1);
          if (!place.equals("name") && !place.equals("subject")) {
            boolean certain = type.attributes().contains(place);
            boolean guarded =
                sentence.lastIndexOf('[', places.start())
                    > sentence.lastIndexOf(']', places.start());
            assertThat(certain || (guarded && type.attributes().contains(place + "?")))
                .as(language + " " + type + " " + place)
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void messagesTakeTheSameArgumentsInBothLanguages() {
    for (String bundle : List.of("messages", "policy")) {
      ResourceBundle zh = Words.bundle(bundle, Language.ZH);
      ResourceBundle en = Words.bundle(bundle, Language.EN);
      for (String key : en.keySet()) {
        for (Language language : Language.values()) {
          assertThat(Words.of(language).say(key, 1, 2, 3, 4, 5)).as(key).isNotEmpty();
        }
        assertThat(arguments(zh.getString(key))).as(key).isEqualTo(arguments(en.getString(key)));
      }
    }
  }

  private static Set<String> arguments(String message) {
    return Pattern.compile("\\{(\\d)")
        .matcher(message)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toSet());
  }

  @Test
  void modesAndGradesHaveWords() {
    for (Language language : Language.values()) {
      Set<String> keys = Words.bundle("messages", language).keySet();
      for (Mode mode : Mode.values()) {
        assertThat(keys).contains("term." + mode.written());
      }
      for (Grade grade : Grade.values()) {
        assertThat(keys).contains("term.grade-" + grade.written());
      }
    }
  }

  @Test
  void scenesUnitsAndTasksHaveWords() {
    for (Language language : Language.values()) {
      Set<String> keys = Words.bundle("messages", language).keySet();
      for (SceneKind kind : SceneKind.values()) {
        assertThat(keys).contains("term." + kind.written());
      }
      for (UnitKind kind : UnitKind.values()) {
        assertThat(keys).contains("term." + kind.written());
      }
      for (Task task : Task.values()) {
        assertThat(keys).contains("term.task-" + task.written());
      }
      for (DispatchRule rule : DispatchRule.values()) {
        assertThat(keys).contains("term.dispatch-" + rule.written());
      }
    }
  }

  @Test
  void whatCentresRecordInShortIsToldInWords() {
    RecordedReasons en = new RecordedReasons(Words.of(Language.EN));
    RecordedReasons zh = new RecordedReasons(Words.of(Language.ZH));
    assertThat(en.told("nearest-time: tow-1 90 s 800 m called away from priority 4"))
        .contains("soonest there: tow-1 (1 min 30 s, 800 m), called away from priority 4");
    assertThat(en.told("waits for tow: 3 before it")).contains("it waits for towing, 3 before it");
    assertThat(zh.told("tow-1 at work, tow-2 on its way")).contains("tow-1 作业中、tow-2 途中");
    assertThat(zh.told("waits for verification by camera")).contains("等待核实（摄像机）");
    assertThat(zh.told("waits until it is gone")).contains("等待其消除");
    assertThat(en.told("needed more at incident 4")).contains("it is needed more at incident 4");
    assertThat(en.told("collision → fire")).contains("collision → vehicle on fire");
    assertThat(en.told("The road is too narrow.")).isEmpty();
    assertThat(en.told("")).isEmpty();
    assertThat(en.facts("injured=2 fire substance=1203", id -> id))
        .isEqualTo("injured: 2, fire, UN number: 1203");
    assertThat(en.known("kind=fire (callers:public 12:00:31); odd", id -> "the " + id))
        .isEqualTo("kind: vehicle on fire (from the callers:public at 12:00:31); odd");
  }

  @Test
  void everyFactMomentAndUnitIsInChinese() {
    ResourceBundle zh = Words.bundle("vocabulary", Language.ZH);
    Set<String> expected = new TreeSet<>();
    Vocabulary.facts().forEach(fact -> expected.add("fact." + fact.name()));
    Arrays.stream(Moment.values()).forEach(moment -> expected.add("moment." + moment));
    assertThat(zh.keySet().stream().filter(key -> !key.startsWith("unit.")))
        .containsExactlyInAnyOrderElementsOf(expected);
    Set<String> units = new TreeSet<>();
    Vocabulary.facts().stream()
        .map(Fact::unit)
        .filter(unit -> !unit.isEmpty())
        .forEach(unit -> units.add("unit." + RuleWords.key(unit)));
    Arrays.stream(Term.Unit.values())
        .forEach(unit -> units.add("unit." + RuleWords.key(unit.written())));
    assertThat(zh.keySet()).containsAll(units);
  }

  @Test
  void everyValueAFactCanTakeHasAWord() {
    for (Fact fact : Vocabulary.facts()) {
      for (String value : fact.values()) {
        if (!value.isEmpty()) {
          hasWord(value, fact.name());
        }
      }
    }
    for (String other :
        List.of("in-favour", "against", "granted", "denied", "change", "addition", "stray")) {
      hasWord(other, "events");
    }
    Obligation.PERFORMERS.forEach(party -> hasWord(party, "obligations"));
    Obligation.AUTHORITIES.forEach(party -> hasWord(party, "obligations"));
  }

  private static void hasWord(String written, String where) {
    for (Language language : Language.values()) {
      assertThat(
              Words.bundle("messages", language).containsKey("term." + written)
                  || Words.bundle("policy", language).containsKey("party." + written))
          .as(language + " " + where + " " + written)
          .isTrue();
    }
  }

  @Test
  void everyConsequenceHasASentence() {
    Policy none = Policy.none();
    for (Language language : Language.values()) {
      RuleWords told = new RuleWords(language, none, ZoneOffset.UTC);
      for (Class<?> kind : Consequence.class.getPermittedSubclasses()) {
        assertThat(told.words().has("then." + kind.getSimpleName().toLowerCase(Locale.ROOT)))
            .as(language + " " + kind)
            .isTrue();
      }
      for (Instruction instruction : Instruction.values()) {
        assertThat(told.words().has("instruction." + instruction)).as(instruction + "").isTrue();
      }
      for (Consequence.Scope scope : Consequence.Scope.values()) {
        assertThat(told.words().has("scope." + scope)).isTrue();
        assertThat(told.words().has("term.scope-" + scope)).isTrue();
      }
      for (Consequence.Limit limit : Consequence.Limit.values()) {
        assertThat(told.words().has("limit." + limit)).isTrue();
        assertThat(told.words().has("term.limit-" + limit)).isTrue();
      }
      for (Consequence.Until until : Consequence.Until.values()) {
        assertThat(told.words().has("term.until-" + until)).isTrue();
      }
    }
    RuleWords en = new RuleWords(Language.EN, none, ZoneOffset.UTC);
    assertThat(
            en.consequence(
                new Consequence.Restrict(Consequence.Scope.FLEET, Consequence.Limit.SPEED, 10, 30)))
        .isEqualTo(
            "the permit of all vehicles of the operator is restricted for 30 days: automated"
                + " driving up to 10 m/s (36 km/h) only");
    assertThat(en.consequence(new Consequence.Fine(2000, "driver")))
        .isEqualTo("the driver is fined 2000 CNY");
    assertThat(en.consequence(new Consequence.Correct(new Term(15, Term.Unit.DAYS))))
        .contains("within 15 days");
    assertThat(en.consequence(new Consequence.Suspend(7))).contains("of the vehicle", "7 days");
    assertThat(en.consequence(new Consequence.Detain(Consequence.Until.PLATED)))
        .isEqualTo("the police hold the vehicle until it has a valid temporary plate");
  }

  @Test
  void classesOfViolationsOfThePacksHaveWords() {
    List<Path> packs =
        PackFiles.list(List.of(Path.of("..", "scenarios", "policies")), new Findings());
    PackFiles.read(packs, new Findings())
        .values()
        .forEach(
            policy ->
                policy.rules().stream()
                    .flatMap(rule -> rule.otherwise().stream())
                    .filter(Consequence.Violation.class::isInstance)
                    .map(Consequence.Violation.class::cast)
                    .forEach(each -> hasWord(each.violationClass(), policy.id())));
  }

  @Test
  void anEventBecomesASentence() {
    Event event =
        new Event(
            6000,
            EventType.MODE_CHANGED,
            "vehicle:pilot-3",
            Facts.of(
                "from",
                "automated",
                "to",
                "takeover-requested",
                "cause",
                "rule",
                "rule",
                "plate-valid",
                "road",
                "a-7"));
    EventSentences en = new EventSentences(Words.of(Language.EN), CLOCK, 6000, WordsTest::title);
    EventSentences zh = new EventSentences(Words.of(Language.ZH), CLOCK, 6000, WordsTest::title);
    assertThat(en.time(6000)).isEqualTo("2025-03-01 00:00:00");
    assertThat(en.of(event))
        .isEqualTo(
            "Vehicle pilot-3 changes from automated driving to a takeover request on road a-7,"
                + " as the rule “Needs a plate” demands; cause: a rule.");
    assertThat(zh.of(event)).isEqualTo("车辆 pilot-3 在道路 a-7 由自动驾驶转为接管请求,依据规则“Needs a plate”,原因:规则。");
  }

  @Test
  void whatMissesIsLeftOut() {
    Event event =
        new Event(
            0,
            EventType.PERMIT_SUSPENDED,
            "authority:police",
            Facts.of("vehicle", "pilot-3", "rule", "r"));
    EventSentences en = new EventSentences(Words.of(Language.EN), CLOCK, 10, WordsTest::title);
    assertThat(en.time(0)).isEqualTo("23:50:00");
    assertThat(en.of(event)).isEqualTo("The permit of vehicle pilot-3 is suspended (rule r).");
    Event until =
        new Event(
            0,
            EventType.PERMIT_SUSPENDED,
            "authority:police",
            event.attributes().with("until", Instant.parse("2025-03-07T16:00:00Z")));
    assertThat(en.of(until)).contains(" is suspended until 2025-03-08 00:00:00 (rule r).");
  }

  @Test
  void refusalsGiveTheReasonOrItsRuleTitle() {
    Event event =
        new Event(
            0,
            EventType.APPLICATION_REFUSED,
            "authority:police",
            Facts.of(
                "kind",
                "plate",
                "applicant",
                "pilot",
                "reasons",
                List.of("The period is too long. (plate-valid)")));
    EventSentences en = new EventSentences(Words.of(Language.EN), CLOCK, 10, WordsTest::title);
    EventSentences zh = new EventSentences(Words.of(Language.ZH), CLOCK, 10, WordsTest::title);
    assertThat(en.of(event))
        .isEqualTo("The temporary plate asked for by pilot is refused: The period is too long.");
    assertThat(zh.of(event)).isEqualTo("pilot 申请的临时行驶车号牌不予许可:Needs a plate。");
  }

  @Test
  void durationsAreInWords() {
    Words en = Words.of(Language.EN);
    assertThat(en.duration(3.25)).isEqualTo("3.3 s");
    assertThat(en.duration(59.99)).isEqualTo("60 s");
    assertThat(en.duration(252)).isEqualTo("4 min 12 s");
    assertThat(en.duration(1200)).isEqualTo("20 min");
    assertThat(en.duration(5400)).isEqualTo("1 h 30 min");
    assertThat(en.duration(15_552_000)).isEqualTo("180 days");
    assertThat(Words.of(Language.ZH).duration(252)).isEqualTo("4 分 12 秒");
  }
}
