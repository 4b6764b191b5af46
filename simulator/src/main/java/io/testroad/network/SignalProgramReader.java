package io.testroad.network;

import io.testroad.finding.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers SUMO's signal programs ({@code tlLogic} with its {@code phase}s) from elements. */
public final class SignalProgramReader {

  private static final List<String> FIXED = List.of("static", "off");
  private static final String STATES = "rygGuoOsYRB";

  private final Map<String, List<Signal.Program>> programs = new LinkedHashMap<>();
  private final List<Signal.Phase> phases = new ArrayList<>();
  private String signal = "";
  private String program = "";
  private String kind = "";
  private long offsetMs;
  private Position position = Position.of("");
  private boolean jumps;
  private boolean open;
  private boolean sound;

  /** A {@code tlLogic} begins. */
  public void begin(XmlElement element) {
    open = true;
    signal = element.requireId();
    program = element.text("programID", "0");
    kind = element.text("type", "static");
    offsetMs = element.timeMs("offset", 0);
    position = element.position();
    jumps = false;
    phases.clear();
    sound = element.sound();
    if (programs.getOrDefault(signal, List.of()).stream().anyMatch(p -> p.id().equals(program))) {
      element.fault(
          "duplicate-id",
          "The signal '" + signal + "' has two programs '" + program + "'.",
          "Give one another programID.");
      sound = false;
    }
  }

  /** A {@code phase} of it. */
  public void phase(XmlElement element) {
    if (!open) {
      return;
    }
    long durationMs = element.requireTimeMs("duration");
    if (element.sound() && durationMs <= 0) {
      element.fault(
          "out-of-range", "A phase lasts " + durationMs / 1000.0 + " s.", "Give it a duration.");
    }
    String state = element.requireText("state");
    checkState(element, state);
    long min = element.timeMs("minDur", durationMs);
    long max = element.timeMs("maxDur", durationMs);
    sound &= element.sound();
    jumps |= element.has("next");
    phases.add(new Signal.Phase(durationMs, min, max, state));
  }

  private void checkState(XmlElement element, String state) {
    for (int i = 0; i < state.length(); i++) {
      if (STATES.indexOf(state.charAt(i)) < 0) {
        element.fault(
            "bad-signal-state",
            "The state '" + state + "' holds '" + state.charAt(i) + "'.",
            "Use the letters r, y, g, G, u, o, O and s.");
        return;
      }
    }
    if (!phases.isEmpty() && phases.get(0).state().length() != state.length()) {
      element.fault(
          "bad-signal-state",
          "The state '" + state + "' is not as long as that of the first phase.",
          "Give each link of the signal a letter in each phase.");
    }
  }

  /** The {@code tlLogic} ends. A program without phases is left out. */
  public void end(CountedWarnings warnings) {
    if (open && sound && !phases.isEmpty()) {
      warn(warnings);
      programs
          .computeIfAbsent(signal, id -> new ArrayList<>())
          .add(new Signal.Program(program, kind, offsetMs, phases));
    }
    open = false;
  }

  private void warn(CountedWarnings warnings) {
    if (!FIXED.contains(kind)) {
      warnings.count(
          "signal-not-fixed-time",
          position,
          "A signal program of type '" + kind + "' runs as fixed time, with its stated durations",
          "");
    }
    if (jumps) {
      warnings.count(
          "unsupported-attribute",
          position,
          "<phase next> is not simulated: phases follow one another in turn",
          "");
    }
  }

  /** The id of the signal whose program was read last. */
  String signal() {
    return signal;
  }

  /** All programs read, by signal, both in the order of the file. */
  public Map<String, List<Signal.Program>> programs() {
    return programs;
  }
}
