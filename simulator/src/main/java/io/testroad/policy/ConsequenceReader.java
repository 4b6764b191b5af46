package io.testroad.policy;

import io.testroad.finding.Findings;
import io.testroad.units.Dimension;
import io.testroad.units.Quantity;
import io.testroad.units.Term;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** Reads what follows when a rule is broken. */
final class ConsequenceReader {

  /** Who can be dealt with for a violation. */
  static final List<String> ADDRESSEES = List.of("driver", "operator", "owner");

  /** Who can be told. */
  static final List<String> NOTIFIED =
      List.of(
          "traffic-police",
          "industry-bureau",
          "transport-bureau",
          "operator",
          "command-centre",
          "supervision-platform");

  /** The consequences by the key they are written with, with what each means. */
  static final Map<String, String> KINDS = new LinkedHashMap<>();

  private static final Set<Moment> REFUSABLE =
      Set.of(
          Moment.DECLARATION_APPLIED,
          Moment.CHANGE_DECLARED,
          Moment.VEHICLES_ADDED,
          Moment.PLATE_APPLIED,
          Moment.APPEAL_FILED,
          Moment.TRIP_REQUESTED,
          Moment.AUTOMATION_REQUESTED);
  private static final int MAX_DAYS = 36_500;
  private static final int MAX_MONTHS = 1_200;

  static {
    KINDS.put("refuse", "the request is refused, for this reason");
    KINDS.put("warn", "a warning goes on record");
    KINDS.put("violation", "a violation goes on record: its class and who is dealt with");
    KINDS.put("instruct", "the vehicle, or who drives it, must do something");
    KINDS.put("suspend", "permits are suspended for days, 0 until reinstated");
    KINDS.put("withdraw", "the permit is withdrawn and the plate void");
    KINDS.put("notify", "somebody is told");
    KINDS.put("fine", "somebody is fined an amount in CNY");
    KINDS.put("detain", "the police hold the vehicle until it is plated, insured or examined");
    KINDS.put("correct", "the operator must put it right within a term; else it is suspended");
    KINDS.put("restrict", "permits are restricted in speed, weather, roads, or to driving by hand");
    KINDS.put("bar", "the operator may not apply for months");
  }

  private final Moment moment;
  private final Findings findings;

  ConsequenceReader(Moment moment, Findings findings) {
    this.moment = moment;
    this.findings = findings;
  }

  /** The consequences under a rule's key {@code otherwise}. */
  List<Consequence> read(MappingReader rule) {
    List<Consequence> consequences = new ArrayList<>();
    Optional<Node> otherwise = rule.require("otherwise");
    List<Node> items = otherwise.isEmpty() ? List.of() : rule.list("otherwise");
    if (items.isEmpty() && otherwise.isPresent()) {
      findings.error(
          "policy-no-consequence",
          otherwise.get().position(),
          "Nothing follows when the rule is broken.",
          "Write at least a warning.");
    }
    for (Node item : items) {
      consequence(item).ifPresent(consequences::add);
    }
    return consequences;
  }

  private Optional<Consequence> consequence(Node item) {
    Optional<MappingReader> reader = MappingReader.of(item, "a consequence", findings);
    if (reader.isEmpty() || !isOne(reader.get())) {
      return Optional.empty();
    }
    MappingReader one = reader.get();
    return switch (one.mapping().entries().get(0).key()) {
      case "refuse" -> refuse(one);
      case "warn" -> one.requireText("warn").map(Consequence.Warn::new);
      case "violation" -> one.requireMapping("violation").flatMap(this::violation);
      case "instruct" ->
          one.requireChoice("instruct", instructions()).map(Consequence.Instruct::new);
      case "suspend" -> one.requireMapping("suspend").flatMap(this::suspend);
      case "withdraw" -> withdraw(one);
      case "fine" -> one.requireMapping("fine").flatMap(this::fine);
      case "detain" -> one.requireMapping("detain").flatMap(this::detain);
      case "correct" -> one.requireMapping("correct").flatMap(this::correct);
      case "restrict" -> one.requireMapping("restrict").flatMap(this::restrict);
      case "bar" -> one.requireMapping("bar").flatMap(this::bar);
      default -> one.requireChoice("notify", choices(NOTIFIED)).map(Consequence.Notify::new);
    };
  }

  private boolean isOne(MappingReader reader) {
    List<Mapping.Entry> entries = reader.mapping().entries();
    if (entries.size() != 1) {
      findings.error(
          "policy-consequence",
          reader.position(),
          "A consequence has one key, not " + entries.size() + ".",
          "Write each consequence as an item of its own.");
      return false;
    }
    String key = entries.get(0).key();
    if (!KINDS.containsKey(key)) {
      findings.error(
          "unknown-key",
          entries.get(0).keyPosition(),
          "There is no consequence '" + key + "'.",
          MappingReader.meant(key, KINDS.keySet()));
      return false;
    }
    return true;
  }

  private Optional<Consequence> refuse(MappingReader reader) {
    if (!REFUSABLE.contains(moment)) {
      findings.warning(
          "policy-nothing-to-refuse",
          reader.position(),
          "There is nothing to refuse on " + moment + ".",
          "Use another consequence, for instance instruct or violation.");
    }
    return reader.requireText("refuse").map(Consequence.Refuse::new);
  }

  private Optional<Consequence> violation(MappingReader reader) {
    Optional<String> violationClass = reader.requireText("class");
    Optional<String> addressee = reader.requireChoice("addressee", choices(ADDRESSEES));
    reader.finish();
    return violationClass.flatMap(c -> addressee.map(a -> new Consequence.Violation(c, a)));
  }

  private Optional<Consequence> suspend(MappingReader reader) {
    reader.require("days");
    Optional<Long> days = reader.findLong("days", 0, MAX_DAYS);
    Consequence.Scope scope = scope(reader);
    reader.finish();
    return days.map(d -> new Consequence.Suspend(d.intValue(), scope));
  }

  private static Consequence.Scope scope(MappingReader reader) {
    return reader
        .findChoice("scope", written(Consequence.Scope.values()))
        .orElse(Consequence.Scope.VEHICLE);
  }

  private Optional<Consequence> fine(MappingReader reader) {
    reader.require("amount");
    OptionalDouble amount = reader.findQuantity("amount", Dimension.MONEY);
    Optional<String> addressee = reader.requireChoice("addressee", choices(ADDRESSEES));
    reader.finish();
    return amount.isEmpty()
        ? Optional.empty()
        : addressee.map(a -> new Consequence.Fine(amount.getAsDouble(), a));
  }

  private Optional<Consequence> detain(MappingReader reader) {
    Optional<Consequence.Until> until =
        reader.requireChoice("until", written(Consequence.Until.values()));
    reader.finish();
    return until.map(Consequence.Detain::new);
  }

  private Optional<Consequence> correct(MappingReader reader) {
    Optional<Term> within =
        reader
            .requireScalar("within")
            .flatMap(text -> Quantity.parseTerm(text.text(), text.position(), findings));
    reader.finish();
    return within.map(Consequence.Correct::new);
  }

  private Optional<Consequence> restrict(MappingReader reader) {
    Consequence.Scope scope = scope(reader);
    Optional<Consequence.Limit> to =
        reader.requireChoice("to", written(Consequence.Limit.values()));
    boolean speed = to.filter(limit -> limit == Consequence.Limit.SPEED).isPresent();
    if (speed) {
      reader.require("speed");
    }
    OptionalDouble cap =
        speed ? reader.findQuantity("speed", Dimension.SPEED) : OptionalDouble.of(0);
    reader.require("days");
    Optional<Long> days = reader.findLong("days", 0, MAX_DAYS);
    reader.finish();
    if (to.isEmpty() || days.isEmpty() || cap.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Consequence.Restrict(scope, to.get(), cap.getAsDouble(), days.get().intValue()));
  }

  private Optional<Consequence> bar(MappingReader reader) {
    reader.require("months");
    Optional<Long> months = reader.findLong("months", 1, MAX_MONTHS);
    reader.finish();
    return months.map(m -> new Consequence.Bar(m.intValue()));
  }

  private static <E extends Enum<E>> Map<String, E> written(E[] values) {
    Map<String, E> written = new LinkedHashMap<>();
    Arrays.stream(values).forEach(value -> written.put(value.toString(), value));
    return written;
  }

  private Optional<Consequence> withdraw(MappingReader reader) {
    Optional<Boolean> really = reader.findBoolean("withdraw");
    if (really.isPresent() && !really.get()) {
      findings.error(
          "wrong-type", reader.position(), "'withdraw' must be true.", "Leave it out otherwise.");
    }
    return really.filter(yes -> yes).map(yes -> new Consequence.Withdraw());
  }

  private static Map<String, Instruction> instructions() {
    Map<String, Instruction> instructions = new LinkedHashMap<>();
    Arrays.stream(Instruction.values()).forEach(i -> instructions.put(i.written(), i));
    return instructions;
  }

  private static Map<String, String> choices(List<String> words) {
    Map<String, String> choices = new TreeMap<>();
    words.forEach(word -> choices.put(word, word));
    return choices;
  }
}
