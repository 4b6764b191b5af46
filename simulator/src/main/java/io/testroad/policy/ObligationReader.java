package io.testroad.policy;

import io.testroad.finding.Findings;
import io.testroad.units.Quantity;
import io.testroad.units.Term;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads a pack's obligations. */
final class ObligationReader {

  /**
   * An obligation whose guard and term have not been checked yet.
   *
   * @param parameter the parameter that holds its term; null when it is written
   * @param within its term where it is written
   */
  record Raw(
      Scalar name,
      String pack,
      Moment on,
      Optional<Scalar> applies,
      String by,
      String to,
      Optional<Scalar> parameter,
      Optional<Term> within,
      boolean repeats) {

    /** The obligation with its guard checked; empty when an error was found. */
    Optional<CompiledObligation> compile(
        ExpressionReader expressions,
        SortedMap<String, Parameter> parameters,
        Set<String> faulty,
        Findings findings) {
      Optional<Reading> guard =
          applies.flatMap(text -> expressions.read(text, on)).map(expressions::reading);
      Optional<Term> term =
          parameter.isPresent() ? term(parameter.get(), parameters, faulty, findings) : within;
      if (term.isEmpty() || guard.isPresent() != applies.isPresent()) {
        return Optional.empty();
      }
      return Optional.of(
          new CompiledObligation(
              new Obligation(
                  name.text(),
                  pack,
                  on,
                  guard.map(g -> g.expression().expression()),
                  by,
                  to,
                  term.get(),
                  repeats,
                  name.position()),
              guard));
    }

    private static Optional<Term> term(
        Scalar name,
        SortedMap<String, Parameter> parameters,
        Set<String> faulty,
        Findings findings) {
      Parameter parameter = parameters.get(name.text());
      if (parameter == null && faulty.contains(name.text())) {
        return Optional.empty(); // its own fault is reported already
      }
      if (parameter == null) {
        findings.error(
            "unknown-parameter",
            name.position(),
            "There is no parameter '" + name.text() + "'.",
            MappingReader.meant(name.text(), parameters.keySet()));
        return Optional.empty();
      }
      Optional<Term.Unit> unit = Term.Unit.find(parameter.unit());
      if (unit.isEmpty()
          || !(parameter.value() instanceof Number amount)
          || amount.doubleValue() != amount.longValue()
          || !Term.inRange(amount.longValue())) {
        findings.error(
            "wrong-unit",
            name.position(),
            "The parameter '"
                + name.text()
                + "' is no term: "
                + parameter.value()
                + " '"
                + parameter.unit()
                + "'.",
            "Give it a whole number of one of " + String.join(", ", Term.Unit.allWritten()) + ".");
        return Optional.empty();
      }
      return Optional.of(new Term(amount.longValue(), unit.get()));
    }
  }

  private final String pack;
  private final Set<String> faulty;
  private final Findings findings;

  /**
   * A reader of obligations.
   *
   * @param faulty where the names of those are put in which an error is found
   */
  ObligationReader(String pack, Set<String> faulty, Findings findings) {
    this.pack = pack;
    this.faulty = faulty;
    this.findings = findings;
  }

  /** A pack's obligations by name, on top of those it inherits. */
  SortedMap<String, Raw> read(MappingReader reader, SortedMap<String, Raw> inherited) {
    SortedMap<String, Raw> all = new TreeMap<>(inherited);
    Optional<MappingReader> section = reader.findMapping("obligations");
    if (section.isPresent()) {
      for (Mapping.Entry entry : section.get().mapping().entries()) {
        obligation(entry)
            .ifPresentOrElse(
                raw -> all.put(entry.key(), raw),
                () -> faulty.add(ExpressionNames.OBLIGATION + ' ' + entry.key()));
      }
    }
    return all;
  }

  private Optional<Raw> obligation(Mapping.Entry entry) {
    if (!RuleReader.isId(entry.key())) {
      findings.error(
          "policy-name",
          entry.keyPosition(),
          "'" + entry.key() + "' can't name an obligation.",
          "Use lower-case words with hyphens, for instance accident-report.");
      return Optional.empty();
    }
    Optional<MappingReader> read = MappingReader.of(entry.value(), "an obligation", findings);
    if (read.isEmpty()) {
      return Optional.empty();
    }
    MappingReader reader = read.get();
    Optional<Moment> on = reader.requireChoice("on", RuleReader.MOMENTS);
    Optional<Scalar> applies = reader.findScalar("applies");
    Optional<String> by = reader.requireChoice("by", words(Obligation.PERFORMERS));
    Optional<String> to = reader.requireChoice("to", words(Obligation.AUTHORITIES));
    Optional<Node> within = reader.require("within");
    boolean repeats = reader.findBoolean("repeats").orElse(false);
    Optional<Scalar> parameter = Optional.empty();
    Optional<Term> term = Optional.empty();
    if (within.orElse(null) instanceof Mapping) {
      Optional<MappingReader> reference = reader.findMapping("within");
      parameter = reference.flatMap(r -> r.requireScalar("parameter"));
      reference.ifPresent(MappingReader::finish);
    } else if (within.isPresent()) {
      term =
          reader
              .findScalar("within")
              .flatMap(text -> Quantity.parseTerm(text.text(), text.position(), findings));
    }
    reader.finish();
    if (on.isEmpty() || by.isEmpty() || to.isEmpty() || (term.isEmpty() && parameter.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Raw(
            Scalar.plain(entry.key(), entry.keyPosition()),
            pack,
            on.get(),
            applies,
            by.get(),
            to.get(),
            parameter,
            term,
            repeats));
  }

  private static Map<String, String> words(java.util.List<String> words) {
    Map<String, String> choices = new LinkedHashMap<>();
    words.forEach(word -> choices.put(word, word));
    return choices;
  }
}
