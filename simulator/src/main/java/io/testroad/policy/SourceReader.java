package io.testroad.policy;

import io.testroad.finding.Findings;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Scalar;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads where a rule or a parameter comes from, and texts in both languages. */
public final class SourceReader {

  private static final Map<String, Grade> GRADES = new LinkedHashMap<>();

  static {
    Arrays.stream(Grade.values()).forEach(grade -> GRADES.put(grade.written(), grade));
  }

  private SourceReader() {}

  /**
   * The source under the key {@code source}; empty when an error was found. What is said to be law
   * names its article.
   */
  public static Optional<Source> read(MappingReader owner, Findings findings) {
    Optional<MappingReader> reader =
        owner.require("source").flatMap(node -> MappingReader.of(node, "a source", findings));
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    MappingReader source = reader.get();
    Optional<String> instrument = source.requireText("instrument");
    String article = source.findText("article").orElse("");
    Optional<Grade> grade = source.requireChoice("grade", GRADES);
    String note = source.findText("note").orElse("");
    source.finish();
    boolean law = grade.filter(g -> g == Grade.PRIMARY || g == Grade.SECONDARY).isPresent();
    if (law && article.isBlank()) {
      findings.error(
          "policy-source-article",
          source.position(),
          "A source of the grade " + grade.get() + " names an article.",
          "Add 'article', or grade it draft or assumption.");
    }
    return instrument.isEmpty() || grade.isEmpty() || (law && article.isBlank())
        ? Optional.empty()
        : Optional.of(new Source(instrument.get(), article, grade.get(), note));
  }

  /** The kebab-case id of something under a key; empty when an error was found. */
  public static Optional<Scalar> id(
      MappingReader owner, String key, String what, Findings findings) {
    Optional<Scalar> id = owner.requireScalar(key);
    if (id.isPresent() && !RuleReader.isId(id.get().text())) {
      findings.error(
          "policy-name",
          id.get().position(),
          "'" + id.get() + "' can't be the id of a " + what + ".",
          "Use lower-case words with hyphens, for instance plate-required.");
      return Optional.empty();
    }
    return id;
  }

  /** The text in both languages under a key; empty when an error was found. */
  public static Optional<Label> label(MappingReader owner, String key) {
    Optional<MappingReader> reader = owner.requireMapping(key);
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> en = reader.get().requireText("en");
    Optional<String> zh = reader.get().requireText("zh");
    reader.get().finish();
    return en.isEmpty() || zh.isEmpty()
        ? Optional.empty()
        : Optional.of(new Label(en.get(), zh.get()));
  }
}
