package io.testroad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Clock;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.policy.Grade;
import io.testroad.vehicle.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
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
    for (String bundle : List.of("messages", "events")) {
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
    ResourceBundle zh = Words.bundle("messages", Language.ZH);
    ResourceBundle en = Words.bundle("messages", Language.EN);
    for (String key : en.keySet()) {
      for (Language language : Language.values()) {
        assertThat(Words.of(language).say(key, 1, 2, 3, 4, 5)).as(key).isNotBlank();
      }
      assertThat(arguments(zh.getString(key))).as(key).isEqualTo(arguments(en.getString(key)));
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
