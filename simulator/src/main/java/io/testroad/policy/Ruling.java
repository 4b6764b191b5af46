package io.testroad.policy;

import io.testroad.engine.Facts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one rule said about the facts of a moment.
 *
 * @param rule the rule's id
 * @param pack the id of the pack that holds the rule
 * @param moment when it was evaluated
 * @param held whether what it requires was so
 * @param consequences what follows, in the order written; empty when the rule held
 * @param source where the rule comes from
 * @param facts the facts its expressions read, no others
 */
public record Ruling(
    String rule,
    String pack,
    Moment moment,
    boolean held,
    List<Consequence> consequences,
    Source source,
    Facts facts) {

  public Ruling {
    consequences = List.copyOf(consequences);
  }

  /** The consequences of one kind, in the order written. */
  public <C extends Consequence> List<C> consequences(Class<C> kind) {
    return consequences.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The consequences that an authority must do something about, in the order written. */
  public List<Consequence> forAuthorities() {
    return consequences.stream().filter(Consequence::isForAuthorities).toList();
  }

  /** The attributes of this ruling's event, {@link io.testroad.engine.EventType#RULING}. */
  public Facts attributes() {
    Facts attributes =
        Facts.of(
            "rule", rule,
            "pack", pack,
            "on", moment.written(),
            "verdict", held ? "held" : "broken",
            "instrument", source.instrument(),
            "article", source.article(),
            "grade", source.grade().written(),
            "facts", text(facts));
    return consequences.isEmpty()
        ? attributes
        : attributes.with(
            "consequence",
            consequences.stream().map(Consequence::toString).collect(Collectors.joining("; ")));
  }

  /** Facts on one line: {@code name=value}, sorted by name, strings in single quotes. */
  static String text(Facts facts) {
    return facts.asMap().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
        .collect(Collectors.joining(" "));
  }

  private static String text(Object value) {
    if (value instanceof String string) {
      return "'" + string.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Ruling::text).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof Instant instant) {
      return instant.toString();
    }
    return String.valueOf(value);
  }
}
