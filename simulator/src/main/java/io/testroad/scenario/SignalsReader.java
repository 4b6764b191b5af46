package io.testroad.scenario;

import io.testroad.intersection.SignalSpec;
import io.testroad.network.Network;
import io.testroad.network.Signal;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the plans of signals. */
final class SignalsReader {

  private final Reading reading;
  private final Map<String, List<SignalSpec.Switch>> plans = new TreeMap<>();

  SignalsReader(Reading reading) {
    this.reading = reading;
  }

  /** Every signal of a network, with its plan. */
  List<SignalSpec> read(MappingReader root, Optional<Network> network) {
    root.findMapping("signals")
        .ifPresent(section -> section.mapping().entries().forEach(this::readPlan));
    List<SignalSpec> signals = new ArrayList<>();
    if (network.isPresent()) {
      for (Signal signal : network.get().signals()) {
        signals.add(
            new SignalSpec(
                signal.id(), programs(signal), plans.getOrDefault(signal.id(), List.of())));
      }
    }
    return signals;
  }

  static List<String> programs(Signal signal) {
    return signal.programs().stream().map(Signal.Program::id).toList();
  }

  private void readPlan(Mapping.Entry entry) {
    Optional<Signal> signal = reading.roads().findSignal(entry.key(), entry.keyPosition());
    Optional<MappingReader> reader =
        MappingReader.of(entry.value(), ScenarioForms.SIGNAL.what(), reading.findings());
    if (reader.isEmpty()) {
      return;
    }
    reader.get().require("plan");
    List<SignalSpec.Switch> plan = new ArrayList<>();
    for (Node node : reader.get().list("plan")) {
      MappingReader.of(node, ScenarioForms.SWITCH.what(), reading.findings())
          .flatMap(item -> change(item, signal))
          .ifPresent(plan::add);
    }
    reader.get().finish();
    plan.sort(Comparator.comparing(SignalSpec.Switch::after));
    plans.put(entry.key(), plan);
  }

  private Optional<SignalSpec.Switch> change(MappingReader reader, Optional<Signal> signal) {
    Duration at = reading.spans().require(reader, "at");
    Optional<Scalar> program = reader.requireScalar("program");
    reader.finish();
    reading.checkBeforeEnd(at, reader.position());
    program.ifPresent(p -> signal.ifPresent(s -> checkProgram(s, p, reading)));
    return program.map(p -> new SignalSpec.Switch(at, p.text()));
  }

  /** Reports a program that a signal doesn't have. */
  static void checkProgram(Signal signal, Scalar program, Reading reading) {
    Set<String> known = new TreeSet<>(programs(signal));
    known.add("off");
    known.add("flashing");
    if (!known.contains(program.text())) {
      reading
          .findings()
          .error(
              "unknown-program",
              program.position(),
              "The signal '" + signal.id() + "' has no program '" + program.text() + "'.",
              MappingReader.meant(program.text(), known));
    }
  }
}
