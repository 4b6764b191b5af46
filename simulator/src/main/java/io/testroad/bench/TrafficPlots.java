package io.testroad.bench;

import io.testroad.bench.TripTable.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The plots of {@code bench traffic}: {@code trip-durations.svg}, {@code
 * trip-durations-cumulative.svg}, {@code running-vehicles.svg}.
 */
final class TrafficPlots {

  private static final int BINS = 60;
  private static final int QUANTILES = 500;
  private static final int MOST_COUNTS = 20_000;
  private static final double COUNT_EVERY_S = 10;
  private static final double PERCENT = 100;

  private final Outcome outcome;
  private final @Nullable TripTable reference;

  /** The plots of what came of a traffic, beside a reference's trips or alone. */
  TrafficPlots(Outcome outcome, @Nullable TripTable reference) {
    this.outcome = outcome;
    this.reference = reference;
  }

  /** Writes them to a folder, which is made when it is not there. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    durations().write(folder.resolve("trip-durations.svg"));
    cumulative().write(folder.resolve("trip-durations-cumulative.svg"));
    running().write(folder.resolve("running-vehicles.svg"));
  }

  private Plot durations() {
    double longest = longest(outcome.trips());
    if (reference != null) {
      longest = Math.max(longest, longest(reference));
    }
    double binS = Axis.covering(0, Math.max(1, longest)).high() / BINS;
    Plot plot =
        new Plot(Label.of("durations.title"), Label.of("durations.x"), Label.of("durations.y"))
            .line(Label.of("series.ours"), histogram(outcome.trips(), binS));
    if (reference != null) {
      plot.line(Label.of("series.reference"), histogram(reference, binS));
    }
    return plot;
  }

  private static double longest(TripTable trips) {
    return Arrays.stream(trips.values(Quantity.DURATION)).max().orElse(0);
  }

  private static Series histogram(TripTable trips, double binS) {
    int[] counts = new int[BINS];
    for (double duration : trips.values(Quantity.DURATION)) {
      counts[Math.max(0, Math.min(BINS - 1, (int) (duration / binS)))]++;
    }
    Series steps = new Series().add(0, 0);
    for (int i = 0; i < BINS && trips.size() > 0; i++) {
      double share = PERCENT * counts[i] / trips.size();
      steps.add(i * binS, share).add((i + 1) * binS, share);
    }
    return steps.add(BINS * binS, 0);
  }

  private Plot cumulative() {
    Plot plot =
        new Plot(Label.of("cumulative.title"), Label.of("durations.x"), Label.of("cumulative.y"))
            .line(Label.of("series.ours"), shares(outcome.trips()));
    if (reference != null) {
      plot.line(Label.of("series.reference"), shares(reference));
    }
    return plot;
  }

  private static Series shares(TripTable trips) {
    double[] sorted = trips.values(Quantity.DURATION);
    Arrays.sort(sorted);
    Series shares = new Series();
    int points = Math.min(QUANTILES, sorted.length - 1);
    for (int i = 0; i <= points && points > 0; i++) {
      int place = (int) ((long) i * (sorted.length - 1) / points);
      shares.add(sorted[place], PERCENT * (place + 1) / sorted.length);
    }
    return shares;
  }

  private Plot running() {
    Plot plot =
        new Plot(Label.of("running.title"), Label.of("running.x"), Label.of("running.y"))
            .line(Label.of("series.ours"), outcome.onRoad());
    boolean allArrived = outcome.running() + outcome.waiting() == 0;
    if (reference != null && allArrived) {
      plot.line(Label.of("series.reference"), running(reference));
    }
    return plot;
  }

  /** How many of the trips are under way, every ten seconds. */
  private static Series running(TripTable trips) {
    double[] departs = trips.values(Quantity.DEPART);
    double[] arrivals = trips.values(Quantity.DURATION);
    for (int i = 0; i < arrivals.length; i++) {
      arrivals[i] += departs[i];
    }
    Arrays.sort(departs);
    Arrays.sort(arrivals);
    Series running = new Series();
    int departed = 0;
    int arrived = 0;
    while (arrived < arrivals.length && running.size() < MOST_COUNTS) {
      double second = COUNT_EVERY_S * running.size();
      while (departed < departs.length && departs[departed] <= second) {
        departed++;
      }
      while (arrived < arrivals.length && arrivals[arrived] <= second) {
        arrived++;
      }
      running.add(second, departed - arrived);
    }
    return running;
  }
}
