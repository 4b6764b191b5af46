package io.testroad.cli;

import io.testroad.bench.models.ModelRow;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of {@code bench models} for people. */
final class BenchModelsText {

  private static final double SMALL = 0.1;
  private static final double LARGE = 100;

  private final List<ModelRow> rows;

  BenchModelsText(List<ModelRow> rows) {
    this.rows = rows;
  }

  void print(PrintWriter out) {
    int width = rows.stream().mapToInt(row -> row.row().length()).max().orElse(0);
    String form = "%-6s %-" + Math.max(3, width) + "s %10s %10s %-6s  %-16s %s";
    print(out, form, "case", "row", "expected", "measured", "", "tolerance", "verdict");
    for (ModelRow row : rows) {
      print(
          out,
          form,
          row.caseName(),
          row.row(),
          number(row.expected()),
          number(row.measured()),
          row.unit(),
          row.allowed(),
          verdict(row.ok()));
    }
    Set<String> notes = new LinkedHashSet<>();
    rows.stream()
        .filter(row -> row.note() != null && row.ok() != null)
        .forEach(row -> notes.add(row.caseName() + ": " + row.note() + "."));
    notes.forEach(out::println);
    long failed = rows.stream().filter(ModelRow::fails).count();
    long judged = rows.stream().filter(row -> row.ok() != null).count();
    if (judged < rows.size()) {
      out.println(
          (rows.size() - judged)
              + " rows not judged: their expected values hold for the published parameters only.");
    }
    if (judged > 0) {
      out.println(
          failed == 0
              ? judged + " rows, all within tolerance."
              : failed + " of " + judged + " rows out of tolerance.");
    }
    out.flush();
  }

  private static String verdict(@Nullable Boolean ok) {
    return ok == null ? "not judged" : ok ? "ok" : "OUT OF TOLERANCE";
  }

  private static String number(double value) {
    double size = Math.abs(value);
    String form = size >= LARGE ? "%.1f" : size < SMALL ? "%.4f" : "%.3f";
    return String.format(Locale.ROOT, form, value == 0 ? 0.0 : value);
  }

  private static void print(PrintWriter out, String form, Object... cells) {
    out.println(String.format(Locale.ROOT, form, cells).stripTrailing());
  }
}
