package io.testroad.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Reports that the program itself failed: a sentence for people, the details in a file. */
final class OwnFault {

  /** The file with the details in a run directory. */
  static final String FILE = "fault.log";

  private OwnFault() {}

  /**
   * Reports a fault.
   *
   * @param raised the fault, or what a future wrapped it in
   * @param directory where the details go; null: a new temporary file
   */
  static int report(Throwable raised, @Nullable Path directory, PrintWriter err) {
    Throwable cause = raised.getCause();
    Throwable fault = raised instanceof CompletionException && cause != null ? cause : raised;
    String message = fault.getMessage();
    String kind = fault.getClass().getSimpleName();
    err.println(
        "testroad: this is our fault, not yours: "
            + kind
            + (message == null ? "" : ": " + message.lines().findFirst().orElse("")));
    StringWriter details = new StringWriter();
    details.write("testroad " + Testroad.version() + ", Java " + Runtime.version() + "\n");
    fault.printStackTrace(new PrintWriter(details, true));
    try {
      Path file =
          directory == null
              ? Files.createTempFile("testroad-fault-", ".log")
              : directory.resolve(FILE);
      Files.writeString(file, details.toString());
      err.println("The details are in " + file + "; please send it with the scenario.");
    } catch (IOException e) {
      err.println("The details can't be written: " + e.getMessage());
    }
    return ExitCode.OWN_FAULT;
  }
}
