package io.testroad.cli;

/** The exit codes of every command. */
final class ExitCode {

  /** All went well and every expectation held. */
  static final int OK = 0;

  /** An expectation failed. */
  static final int EXPECTATION_FAILED = 1;

  /** The input or the usage is bad. */
  static final int BAD_INPUT = 2;

  /** The program itself failed. */
  static final int OWN_FAULT = 3;

  /** The run was interrupted from outside. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
