package io.testroad.incident;

import io.testroad.policy.Label;
import io.testroad.policy.Source;
import io.testroad.policy.SourceReader;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads a plan. */
final class PlanForm {

  /** The ways to make sure of a report. */
  static final Map<String, Verification> VERIFICATIONS =
      PlanWords.words(Verification.values(), Verification::written);

  /** What comes first at a scene. */
  static final Map<String, Procedure> PROCEDURES =
      PlanWords.words(Procedure.values(), Procedure::written);

  /** Who is told. */
  static final Map<String, ReportDuty.Recipient> RECIPIENTS =
      PlanWords.words(ReportDuty.Recipient.values(), ReportDuty.Recipient::written);

  /** The reports. */
  static final Map<String, ReportDuty.Stage> STAGES =
      PlanWords.words(ReportDuty.Stage.values(), ReportDuty.Stage::written);

  /** Under which procedure, unless. */
  private record Course(Procedure procedure, PlanCondition other) {}

  private final PlanWords words;

  PlanForm(PlanWords words) {
    this.words = words;
  }

  /** The plan; empty when an error was found. */
  Optional<Plan> read(Node written) {
    Optional<MappingReader> mapping = words.mapping(written, "a plan");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    MappingReader reader = mapping.get();
    Optional<Scalar> id = SourceReader.id(reader, "id", "plan", words.findings());
    Optional<Label> label = SourceReader.label(reader, "label");
    PlanCondition when = words.condition(reader, "when", PlanCondition.ALWAYS);
    Optional<Source> source = SourceReader.read(reader, words.findings());
    List<Verification> verify = new ArrayList<>();
    reader.list("verify").forEach(item -> verification(item).ifPresent(verify::add));
    List<Sending> sendings = items(reader, "send", new SendingForm(words)::read);
    Course course = course(reader);
    List<PlannedMeasure> measures = items(reader, "measures", new MeasureForm(words)::read);
    List<Escalation> escalations = items(reader, "escalate", this::escalation);
    List<ReportDuty> reports = items(reader, "reports", this::report);
    PlanCondition standDown = block(reader, "stand-down");
    PlanCondition fund = block(reader, "fund");
    reader.finish();
    if (id.isEmpty() || label.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Plan(
            id.get().text(),
            label.get(),
            when,
            source.get(),
            verify,
            sendings,
            course.procedure,
            course.other,
            measures,
            escalations,
            reports,
            standDown,
            fund));
  }

  private static <T> List<T> items(
      MappingReader reader, String key, Function<Node, Optional<T>> form) {
    List<T> items = new ArrayList<>();
    reader.list(key).forEach(item -> form.apply(item).ifPresent(items::add));
    return items;
  }

  private Optional<Verification> verification(Node item) {
    String word = item instanceof Scalar scalar ? scalar.text() : "";
    Verification verification = VERIFICATIONS.get(word);
    if (verification == null) {
      words
          .findings()
          .error(
              "unknown-value",
              item.position(),
              "Reports can't be made sure of by " + item.described() + ".",
              MappingReader.meant(word, VERIFICATIONS.keySet()));
    }
    return Optional.ofNullable(verification);
  }

  /** {@code clear-first}, or {@code { keep-scene: when }} and else the other. */
  private Course course(MappingReader reader) {
    Optional<Node> written = reader.find("procedure");
    if (written.isEmpty() || !(written.get() instanceof Mapping)) {
      Procedure procedure = reader.findChoice("procedure", PROCEDURES).orElse(Procedure.KEEP_SCENE);
      return new Course(procedure, PlanCondition.NEVER);
    }
    Course course = new Course(Procedure.KEEP_SCENE, PlanCondition.NEVER);
    Optional<MappingReader> choice = words.mapping(written.get(), "a procedure");
    if (choice.isPresent()) {
      for (Procedure procedure : Procedure.values()) {
        if (choice.get().has(procedure.written())) {
          PlanCondition when =
              words.condition(choice.get(), procedure.written(), PlanCondition.NEVER);
          course = new Course(procedure.other(), when);
        }
      }
      choice.get().finish();
    }
    return course;
  }

  private Optional<Escalation> escalation(Node item) {
    Optional<MappingReader> reader = words.mapping(item, "an escalation");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    Duration after = words.findDuration(reader.get(), "after").orElse(Duration.ZERO);
    PlanCondition when = words.condition(reader.get(), "when", PlanCondition.ALWAYS);
    Optional<CentreLevel> to = reader.get().requireChoice("to", SeverityForm.LEVELS);
    reader.get().finish();
    return to.map(level -> new Escalation(after, when, level));
  }

  private Optional<ReportDuty> report(Node item) {
    Optional<MappingReader> reader = words.mapping(item, "a report");
    if (reader.isEmpty()) {
      return Optional.empty();
    }
    Optional<ReportDuty.Recipient> to = reader.get().requireChoice("to", RECIPIENTS);
    Optional<ReportDuty.Stage> stage = reader.get().requireChoice("report", STAGES);
    Optional<Duration> within = words.duration(reader.get(), "within");
    PlanCondition when = words.condition(reader.get(), "when", PlanCondition.ALWAYS);
    reader.get().finish();
    return to.isEmpty() || stage.isEmpty() || within.isEmpty()
        ? Optional.empty()
        : Optional.of(new ReportDuty(to.get(), stage.get(), within.get(), when));
  }

  private PlanCondition block(MappingReader reader, String key) {
    Optional<MappingReader> block = reader.findMapping(key);
    if (block.isEmpty()) {
      return PlanCondition.NEVER;
    }
    block.get().require("when");
    PlanCondition when = words.condition(block.get(), "when", PlanCondition.NEVER);
    block.get().finish();
    return when;
  }
}
