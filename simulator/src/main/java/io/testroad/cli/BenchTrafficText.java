package io.testroad.cli;

import io.testroad.bench.TrafficFigures;
import io.testroad.bench.TripComparison;
import io.testroad.record.Metrics;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of {@code bench traffic} for people. */
final class BenchTrafficText {

  private static final double MIB = 1024 * 1024;

  private final TrafficFigures f;

  BenchTrafficText(TrafficFigures figures) {
    f = figures;
  }

  void print(PrintWriter out) {
    row(
        out,
        "simulated",
        "%,d steps of %s s, seed %d, regions %d, threads %d",
        f.steps(),
        number(f.stepLengthSeconds()),
        f.seed(),
        f.regions(),
        f.threads());
    row(out, "loading", "%.2f s", f.loadSeconds());
    row(
        out,
        "stepping",
        "%,d vehicle updates in %.2f s (%.2f s of processor), %,.0f times faster than life",
        f.updates(),
        f.seconds(),
        f.cpuSeconds(),
        f.realTimeFactor());
    row(out, "updates/s", "%,.0f %s", f.updatesPerSecond(), measured());
    if (f.warmUp() > 0) {
      row(out, "", "%,.0f cold, in the first repetition", f.coldUpdatesPerSecond());
    }
    row(
        out,
        "memory",
        "%.2f bytes asked for an update, %,.0f MiB in use at the end, %,.0f MiB at most",
        f.allocatedBytesPerUpdate(),
        f.liveMemoryBytes() / MIB,
        f.peakMemoryBytes() / MIB);
    row(
        out,
        "vehicles",
        "%,d departed, %,d arrived, %,d on the road, %,d waiting to depart",
        f.departed(),
        f.arrived(),
        f.running(),
        f.waiting());
    row(out, "", "%,d collisions, %,d removed", f.collisions(), f.removed());
    if (f.conflicts() != null) {
      print(f.conflicts(), out);
    }
    if (f.reachedLimit()) {
      row(out, "", "ended because vehicles were left long after the last departure");
    }
    row(
        out,
        "mean trip",
        "duration %s s, time loss %s s, waiting %s s, length %s m, depart delay %s s",
        mean(f.meanDurationSeconds()),
        mean(f.meanTimeLossSeconds()),
        mean(f.meanWaitingSeconds()),
        mean(f.meanRouteLengthMeters()),
        mean(f.meanDepartDelaySeconds()));
    if (f.comparison() != null) {
      print(f.comparison(), out);
    }
    out.println("digest " + f.digest());
    out.flush();
  }

  private static void print(Metrics.Conflicts c, PrintWriter out) {
    row(
        out,
        "conflicts",
        "%,d %s, %,d times braking hard; least TTC %s s, least PET %s s, most DRAC %s m/s²",
        c.count(),
        c.byKind(),
        c.hardBrakings(),
        mean(c.leastTtcS()),
        mean(c.leastPetS()),
        mean(c.mostDracMps2()));
    row(out, "", "TET %,.1f s, TIT %,.1f s²", c.tetS(), c.titS2());
  }

  private static void print(TripComparison c, PrintWriter out) {
    row(
        out,
        "reference",
        "%,d trips beside %,d of the reference, %,d with the same id",
        c.trips(),
        c.referenceTrips(),
        c.commonTrips());
    difference(out, "duration", "s", c.duration());
    difference(out, "time loss", "s", c.timeLoss());
    difference(out, "waiting", "s", c.waitingTime());
    difference(out, "length", "m", c.routeLength());
    difference(out, "depart delay", "s", c.departDelay());
    row(
        out,
        "",
        "Kolmogorov–Smirnov distance: duration %.3f, time loss %.3f",
        c.ksDuration(),
        c.ksTimeLoss());
    if (c.meanAbsoluteDurationDifference() != null) {
      row(
          out,
          "",
          "durations of trips of equal id differ by %.2f s on average",
          c.meanAbsoluteDurationDifference());
    }
  }

  private static void difference(
      PrintWriter out, String name, String unit, TripComparison.Difference d) {
    String relative =
        d.relative() == null ? "" : String.format(Locale.ROOT, "  %+.1f %%", 100 * d.relative());
    row(
        out,
        "",
        "%-12s %10s %s, reference %10s %s%s",
        name,
        mean(d.ours()),
        unit,
        mean(d.reference()),
        unit,
        relative);
  }

  private String measured() {
    int counted = f.repetitions().size();
    String median = counted == 1 ? "" : ", median of " + counted;
    return f.warmUp() == 0
        ? "(cold: nothing ran before" + median + ")"
        : "(warm: after "
            + f.warmUp()
            + (f.warmUp() == 1 ? " repetition" : " repetitions")
            + median
            + ")";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String mean(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
  }

  private static void row(PrintWriter out, String name, String format, Object... values) {
    out.println(
        String.format(Locale.ROOT, "  %-10s ", name) + String.format(Locale.ROOT, format, values));
  }
}
