package io.testroad.policy;

import io.testroad.finding.Findings;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a pack's rules. */
final class RuleReader {

  /** What ids of packs and rules look like. */
  static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** How long an id may be. */
  static final int MAX_ID = 100;

  static final Map<String, Moment> MOMENTS = new LinkedHashMap<>();

  static {
    Arrays.stream(Moment.values()).forEach(moment -> MOMENTS.put(moment.written(), moment));
  }

  private static final Label MISSING_TITLE = new Label("", "");
  private static final Source MISSING_SOURCE = new Source("", "", Grade.ASSUMPTION, "");

  private final String pack;
  private final Findings findings;

  RuleReader(String pack, Findings findings) {
    this.pack = pack;
    this.findings = findings;
  }

  /**
   * A pack's rules by id, on top of those it inherits: a rule takes the place of one like named.
   */
  SortedMap<String, RawRule> read(MappingReader reader, SortedMap<String, RawRule> inherited) {
    SortedMap<String, RawRule> own = new TreeMap<>();
    for (Node item : reader.list("rules")) {
      MappingReader.of(item, "a rule", findings).flatMap(this::rule).ifPresent(r -> add(r, own));
    }
    SortedMap<String, RawRule> rules = new TreeMap<>(inherited);
    rules.putAll(own);
    return rules;
  }

  private void add(RawRule rule, SortedMap<String, RawRule> own) {
    RawRule first = own.putIfAbsent(rule.id().text(), rule);
    if (first != null) {
      findings.error(
          "duplicate-rule",
          rule.id().position(),
          "The rule '"
              + rule.id()
              + "' stands in line "
              + first.id().position().line()
              + " already.",
          "Give each rule an id of its own.");
    }
  }

  private Optional<RawRule> rule(MappingReader reader) {
    Optional<Scalar> id = id(reader, "rule", findings);
    Optional<Label> title = SourceReader.label(reader, "title");
    Optional<Source> source = SourceReader.read(reader, findings);
    Optional<Moment> on = reader.requireChoice("on", MOMENTS);
    String checkedBy =
        reader.findChoice("checked-by", checkers()).orElse(Obligation.AUTHORITIES.get(1));
    Optional<Scalar> applies = reader.findScalar("applies");
    Optional<Scalar> require = reader.requireScalar("require");
    List<Consequence> otherwise =
        new ConsequenceReader(on.orElse(Moment.TRIP_REQUESTED), findings).read(reader);
    reader.finish();
    if (id.isEmpty() || on.isEmpty() || require.isEmpty()) {
      return Optional.empty();
    }
    // A rule that lacks anything else is no rule, but its expressions are checked all the same: the
    // pack isn't given out anyway, and its author sees every fault at once.
    return Optional.of(
        new RawRule(
            id.get(),
            pack,
            title.orElse(MISSING_TITLE),
            source.orElse(MISSING_SOURCE),
            on.get(),
            checkedBy,
            applies,
            require.get(),
            otherwise));
  }

  private static Map<String, String> checkers() {
    Map<String, String> checkers = new LinkedHashMap<>();
    Obligation.AUTHORITIES.forEach(authority -> checkers.put(authority, authority));
    return checkers;
  }

  /** Whether a text can be the id of a rule, a pack or an obligation. */
  static boolean isId(String text) {
    return text.length() <= MAX_ID && ID.matcher(text).matches();
  }

  /** The kebab-case id under the key {@code id}. */
  static Optional<Scalar> id(MappingReader reader, String what, Findings findings) {
    return SourceReader.id(reader, "id", what, findings);
  }
}
