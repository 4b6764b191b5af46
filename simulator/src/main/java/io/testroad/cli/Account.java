package io.testroad.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told of something in a run: printed as text, or as JSON with all its particulars.
 *
 * @param kind what it is: {@code run}, {@code event}, {@code rule}, or a subject's kind
 * @param subject its name
 * @param notes what a reader must know
 */
record Account(
    String run,
    String scenario,
    String kind,
    String subject,
    String title,
    List<String> notes,
    List<Section> sections) {

  /**
   * A part of the account.
   *
   * @param key what the part is, the same in every language
   * @param left how many items were left out
   */
  record Section(String key, String title, List<Item> items, int left) {}

  /**
   * A sentence, with the event it tells of.
   *
   * @param line the event's line in events.jsonl
   * @param further lines below it in the text
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      @Nullable Long line,
      @Nullable Long tick,
      @Nullable String time,
      @Nullable String type,
      @Nullable String subject,
      @Nullable Map<String, Object> attributes,
      String sentence,
      @Nullable RulingView ruling,
      @JsonIgnore List<String> further) {

    static Item of(String sentence) {
      return new Item(null, null, null, null, null, null, sentence, null, List.of());
    }
  }

  /** A ruling with its rule and what would have changed it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RulingView(
      String rule,
      String pack,
      String on,
      String verdict,
      @Nullable String by,
      @Nullable String titleEn,
      @Nullable String titleZh,
      String instrument,
      String article,
      String grade,
      String gradeMeaning,
      @Nullable String applies,
      @Nullable String require,
      List<FactView> facts,
      List<String> consequences,
      List<WayView> wouldHaveHeld,
      List<WayView> wouldHaveBeenBroken,
      List<WayView> wouldNotHaveApplied,
      List<WayView> wouldHaveHeldUnderAnotherPolicy,
      List<String> notes) {}

  /** A fact a ruling saw. */
  record FactView(String name, Object value, String unit, String meaning) {}

  /** Changes that together would have changed a ruling. */
  record WayView(boolean tried, String sentence, List<ChangeView> changes) {}

  /** One change. */
  record ChangeView(
      String fact, String unit, Object was, List<ConditionView> conditions, Object value) {}

  /** What a value would have had to be. */
  record ConditionView(String relation, Object bound, String part) {}
}
