package io.testroad.cli;

import io.testroad.actors.RunObserver;
import io.testroad.engine.Clock;
import io.testroad.scenario.Scenario;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** The progress of a run on a terminal: simulated time, vehicles, how much faster than life. */
final class Progress implements RunObserver, AutoCloseable {

  private static final double NANOS_A_SECOND = 1e9;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final int WIDTH = 100;
  private static final int REFRESH_MS = 250;

  private final ProgressBar bar;
  private final Clock clock;
  private final long beganNanos = System.nanoTime();
  private double shownAtS = -1;

  /** Progress of a scenario's run, shown on standard error. */
  Progress(Scenario scenario, Words words) {
    clock = scenario.clock();
    long seconds =
        scenario.lastTick() == Clock.NEVER
            ? -1
            : Math.max(1, (long) clock.secondsAt(scenario.lastTick()));
    bar =
        new ProgressBarBuilder()
            .setTaskName(words.say("progress.task"))
            .setInitialMax(seconds)
            .setUpdateIntervalMillis(REFRESH_MS)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
            .clearDisplayOnFinish()
            .hideEta()
            .build();
  }

  @Override
  public void onTick(long tick, long vehiclesOnRoad) {
    double wall = (System.nanoTime() - beganNanos) / NANOS_A_SECOND;
    if (wall - shownAtS < REFRESH_MS / 1000.0) {
      return;
    }
    shownAtS = wall;
    double simulated = clock.secondsAt(tick);
    bar.stepTo((long) simulated);
    bar.setExtraMessage(
        String.format(
            Locale.ROOT,
            " %s  %d veh  %.0fx",
            clock.dateTimeOf(tick).format(TIME),
            vehiclesOnRoad,
            wall > 0 ? simulated / wall : 0));
  }

  @Override
  public void close() {
    bar.close();
  }
}
