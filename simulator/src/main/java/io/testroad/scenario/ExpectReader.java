package io.testroad.scenario;

import io.testroad.policy.FactExpression;
import io.testroad.policy.FactLanguage;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Reads expectations, and the conditions of the script. */
final class ExpectReader {

  private static final Map<String, Expectation.Kind> VERBS =
      new TreeMap<>(
          Map.of(
              "always", Expectation.Kind.ALWAYS,
              "never", Expectation.Kind.NEVER,
              "eventually", Expectation.Kind.EVENTUALLY));

  private final Reading reading;
  private final FactLanguage.Reader expressions;
  private final Names names;

  ExpectReader(Reading reading) {
    this.reading = reading;
    expressions = WatchFacts.LANGUAGE.reader(reading.findings());
    names = new Names(reading.findings());
  }

  /** The expectations, in order. */
  List<Expectation> read(MappingReader root) {
    List<Expectation> expectations = new ArrayList<>();
    for (Node node : root.list("expect")) {
      MappingReader.of(node, ScenarioForms.EXPECT.what(), reading.findings())
          .flatMap(this::expectation)
          .ifPresent(expectations::add);
    }
    return expectations;
  }

  private Optional<Expectation> expectation(MappingReader reader) {
    Optional<Scalar> name = reader.requireScalar("name");
    List<String> verbs = VERBS.keySet().stream().filter(reader::has).toList();
    Optional<FactExpression> whenever = reader.findScalar("whenever").flatMap(this::expression);
    Optional<Duration> within = reading.spans().find(reader, "within");
    Optional<FactExpression> expression =
        verbs.stream().findFirst().flatMap(reader::findScalar).flatMap(this::expression);
    boolean shaped = check(reader, verbs);
    boolean sound =
        shaped
            && expression.isPresent()
            && name.isPresent()
            && whenever.isPresent() == reader.has("whenever");
    reader.finish();
    name.ifPresent(n -> names.take(n.text(), "an expectation", n.position()));
    if (!sound) {
      return Optional.empty();
    }
    return Optional.of(
        new Expectation(
            name.orElseThrow().text(),
            java.util.Objects.requireNonNull(VERBS.get(verbs.get(0))),
            expression.orElseThrow(),
            whenever,
            within
                .map(w -> OptionalLong.of(reading.clock().ticksCovering(w)))
                .orElse(OptionalLong.empty())));
  }

  private boolean check(MappingReader reader, List<String> verbs) {
    if (verbs.size() != 1) {
      reading
          .findings()
          .error(
              "expectation-verb",
              reader.position(),
              "An expectation needs one of always, never and eventually, and this has "
                  + verbs.size()
                  + ".",
              "");
      return false;
    }
    boolean timed = reader.has("within") || reader.has("whenever");
    if (timed && !verbs.contains("eventually")) {
      reading
          .findings()
          .error(
              "expectation-verb",
              reader.position(),
              "'within' and 'whenever' go with 'eventually', not with '" + verbs.get(0) + "'.",
              "");
      return false;
    }
    return true;
  }

  /** A checked expression over the facts of a run. */
  Optional<FactExpression> expression(Scalar written) {
    Optional<FactExpression> expression = expressions.read(written);
    if (expression.isPresent()) {
      Set<String> kinds = Scope.kinds(expression.get());
      if (kinds.size() > 1) {
        reading
            .findings()
            .error(
                "expression-mixes-agents",
                written.position(),
                "The expression names facts of " + String.join(" and ", kinds) + ".",
                "Name facts of one kind of agent, besides those of events and of the centre.");
        return Optional.empty();
      }
    }
    return expression;
  }
}
