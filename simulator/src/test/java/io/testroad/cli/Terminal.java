package io.testroad.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A command carried out in this process, with what it printed. */
record Terminal(int exitCode, String out, String err) {

  static Terminal run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Testroad.execute(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Terminal(code, out.toString(), err.toString());
  }
}
