package io.testroad.finding;

/**
 * One fault or doubt about an input.
 *
 * @param severity whether the input can still be used
 * @param code stable kebab-case code, for instance {@code unknown-key}
 * @param position where
 * @param message what is wrong, one sentence, naming the value that was read
 * @param remedy how to mend it, one sentence; empty when the message says it all
 */
public record Finding(
    Severity severity, String code, Position position, String message, String remedy) {

  /** One line as printed: {@code file:line:column: error [code] message Remedy.} */
  @Override
  public String toString() {
    String kind = severity == Severity.ERROR ? "error" : "warning";
    String tail = remedy.isEmpty() ? "" : " " + remedy;
    return position + ": " + kind + " [" + code + "] " + message + tail;
  }
}
