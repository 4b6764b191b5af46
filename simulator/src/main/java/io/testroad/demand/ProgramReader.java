package io.testroad.demand;

import io.testroad.network.CountedWarnings;
import io.testroad.network.Network;
import io.testroad.network.Signal;
import io.testroad.network.SignalProgramReader;
import io.testroad.network.XmlElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Gathers further programs of the network's signals; those of unknown ones are left out. */
final class ProgramReader {

  private final Network network;
  private final SignalProgramReader reader = new SignalProgramReader();
  private int linkCount;

  ProgramReader(Network network) {
    this.network = network;
  }

  /** A {@code tlLogic} begins. */
  void begin(XmlElement element) {
    reader.begin(element);
    String id = element.text("id", "");
    OptionalInt signal = network.findSignal(id);
    linkCount = signal.isEmpty() ? 0 : network.signals().get(signal.getAsInt()).linkCount();
    if (signal.isEmpty() && !id.isEmpty()) {
      element.doubt(
          "unknown-signal",
          "The network has no signal '" + id + "'; its program is left out.",
          "Check that the file belongs to this network.");
    }
  }

  /** A {@code phase} of it. */
  void phase(XmlElement element) {
    String state = element.text("state", "");
    if (element.has("state") && state.length() < linkCount) {
      element.fault(
          "bad-signal-state",
          "The state '"
              + state
              + "' has fewer letters than the signal has links, "
              + linkCount
              + ".",
          "Give each link of the signal a letter.");
    }
    reader.phase(element);
  }

  /** A {@code tlLogic} ends. */
  void end(CountedWarnings warnings) {
    reader.end(warnings);
  }

  /** The programs of the network's signals, in the order of reading. */
  Map<String, List<Signal.Program>> programs() {
    Map<String, List<Signal.Program>> known = new LinkedHashMap<>(reader.programs());
    known.keySet().removeIf(id -> network.findSignal(id).isEmpty());
    return known;
  }
}
