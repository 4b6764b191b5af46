package io.testroad.cli;

import io.testroad.bench.BenchProgress;
import io.testroad.bench.BenchSubject;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** The progress of a benchmark on a terminal; nothing where there is none. */
final class BenchBar implements BenchProgress, AutoCloseable {

  private static final int WIDTH = 100;
  private static final int REFRESH_MS = 500;

  private final @Nullable ProgressBar bar;
  private final int repetitions;
  private final double endS;

  private BenchBar(@Nullable ProgressBar bar, int repetitions, double endS) {
    this.bar = bar;
    this.repetitions = repetitions;
    this.endS = endS;
  }

  /** A bar over all repetitions of a subject. */
  static BenchBar of(BenchSubject subject, int warmUp, int repeat) {
    int repetitions = warmUp + repeat;
    double endS = subject.endS();
    boolean shown = Boolean.getBoolean("testroad.terminal");
    return new BenchBar(shown ? bar(repetitions, endS) : null, repetitions, endS);
  }

  private static ProgressBar bar(int repetitions, double endS) {
    return new ProgressBarBuilder()
        .setTaskName("measuring")
        .setInitialMax(endS < 0 ? -1 : (long) (repetitions * endS))
        .setUpdateIntervalMillis(REFRESH_MS)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
        .clearDisplayOnFinish()
        .hideEta()
        .build();
  }

  @Override
  public void on(int repetition, double second, long vehicles) {
    if (bar != null) {
      bar.stepTo((long) (second + (endS < 0 ? 0 : repetition * endS)));
      bar.setExtraMessage(
          String.format(
              Locale.ROOT,
              " %d of %d  %.0f s  %d veh",
              repetition + 1,
              repetitions,
              second,
              vehicles));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
