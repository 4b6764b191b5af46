package io.testroad.policy;

import io.testroad.finding.Findings;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
          Moment.PLATE_APPLIED,
          Moment.TRIP_REQUESTED,
          Moment.AUTOMATION_REQUESTED);
  private static final int MAX_DAYS = 36_500;

  static {
    KINDS.put("refuse", "the request is refused, for this reason");
    KINDS.put("warn", "a warning goes on record");
    KINDS.put("violation", "a violation goes on record: its class and who is dealt with");
    KINDS.put("instruct", "the vehicle, or who drives it, must do something");
    KINDS.put("suspend", "the permit is suspended for days, 0 until it is reinstated");
    KINDS.put("withdraw", "the permit is withdrawn and the plate void");
    KINDS.put("notify", "somebody is told");
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
    reader.finish();
    return days.map(d -> new Consequence.Suspend(d.intValue()));
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
