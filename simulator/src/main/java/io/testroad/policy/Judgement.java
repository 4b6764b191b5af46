package io.testroad.policy;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Outcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a rule book says about one moment, as those who asked need it.
 *
 * @param rulings in order of rule id
 * @param obligations what somebody must do within a term that begins now
 */
public record Judgement(List<Ruling> rulings, List<Obligation> obligations) {

  public Judgement {
    rulings = List.copyOf(rulings);
    obligations = List.copyOf(obligations);
  }

  /** The judgement of a moment. */
  public static Judgement of(RuleBook rules, Moment moment, Facts facts) {
    return new Judgement(rules.rule(moment, facts), rules.obligations(moment, facts));
  }

  /** Puts every ruling on record. */
  public Judgement record(Outcome.Builder out, String subject) {
    rulings.forEach(ruling -> out.record(EventType.RULING, subject, ruling.attributes()));
    return this;
  }

  /** Puts every ruling on record, as given by somebody else about a subject. */
  public Judgement record(Outcome.Builder out, String subject, AgentId by) {
    rulings.forEach(
        ruling ->
            out.record(EventType.RULING, subject, ruling.attributes().with("by", by.value())));
    return this;
  }

  /** The rulings of the rules that are broken. */
  public Stream<Ruling> broken() {
    return rulings.stream().filter(ruling -> !ruling.held());
  }

  /** The rulings that refuse what was asked. */
  public List<Ruling> refusals() {
    return broken()
        .filter(ruling -> !ruling.consequences(Consequence.Refuse.class).isEmpty())
        .toList();
  }

  /** The first ruling that gives an instruction, with others left out. */
  public java.util.Optional<Ruling> instructing(Instruction instruction) {
    return broken()
        .filter(
            ruling ->
                ruling.consequences(Consequence.Instruct.class).stream()
                    .anyMatch(instruct -> instruct.instruction() == instruction))
        .findFirst();
  }

  /** Whether nothing refuses, and nothing tells to stay off or to stop automation. */
  public boolean allows() {
    return refusals().isEmpty()
        && broken().noneMatch(ruling -> !ruling.consequences(Consequence.Instruct.class).isEmpty());
  }
}
