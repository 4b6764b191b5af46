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

  /** Stands for the number of repetitions where time decides it. */
  static final int UNKNOWN = -1;

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

  /**
   * A bar over all repetitions of a subject.
   *
   * @param repetitions how many, or {@link #UNKNOWN}
   */
  static BenchBar of(BenchSubject subject, int repetitions) {
    double endS = subject.endS();
    boolean shown = Boolean.getBoolean("testroad.terminal");
    return new BenchBar(shown ? bar(repetitions, endS) : null, repetitions, endS);
  }

  private static ProgressBar bar(int repetitions, double endS) {
    return new ProgressBarBuilder()
        .setTaskName("measuring")
        .setInitialMax(endS < 0 || repetitions == UNKNOWN ? -1 : (long) (repetitions * endS))
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
      String of = repetitions == UNKNOWN ? "" : " of " + repetitions;
      bar.setExtraMessage(
          String.format(
              Locale.ROOT, " %d%s  %.0f s  %d veh", repetition + 1, of, second, vehicles));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
