package io.testroad.incident;

import io.testroad.protocol.Task;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which units a plan sends. */
final class SendingForm {

  /** What units do. */
  static final Map<String, Task> TASKS = PlanWords.words(Task.values(), Task::written);

  /** What units there are. */
  static final Map<String, UnitKind> KINDS = PlanWords.words(UnitKind.values(), UnitKind::written);

  private final PlanWords words;

  SendingForm(PlanWords words) {
    this.words = words;
  }

  /** The units; empty when an error was found. */
  Optional<Sending> read(Node written) {
    Optional<MappingReader> mapping = words.mapping(written, "an item of 'send'");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    MappingReader reader = mapping.get();
    Optional<Task> task = reader.requireChoice("task", TASKS);
    List<UnitKind> kinds = new ArrayList<>();
    reader.list("kinds").forEach(item -> kind(item, task).ifPresent(kinds::add));
    PlanNumber count = words.number(reader, "count", 1);
    PlanCondition when = words.condition(reader, "when", PlanCondition.ALWAYS);
    Optional<Duration> within = words.findDuration(reader, "within");
    reader.finish();
    return task.map(found -> new Sending(found, kinds, count, when, within));
  }

  private Optional<UnitKind> kind(Node item, Optional<Task> task) {
    String word = item instanceof Scalar scalar ? scalar.text() : "";
    UnitKind kind = KINDS.get(word);
    if (kind == null) {
      words
          .findings()
          .error(
              "unknown-value",
              item.position(),
              "No unit is " + item.described() + ".",
              MappingReader.meant(word, KINDS.keySet()));
    } else if (task.isPresent() && !kind.can(task.get())) {
      words
          .findings()
          .error(
              "plan-kind",
              item.position(),
              "A unit of kind '" + word + "' can't do '" + task.get().written() + "'.",
              "Name kinds that can, or none: then all that can are asked.");
    }
    return Optional.ofNullable(kind);
  }
}
