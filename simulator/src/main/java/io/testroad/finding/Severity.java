package io.testroad.finding;

/** How grave a finding is. */
public enum Severity {
  /** The input can't be used. */
  ERROR,
  /** The input is used; something in it was left out or is doubtful. */
  WARNING
}
