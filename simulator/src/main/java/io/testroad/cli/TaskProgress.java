package io.testroad.cli;

import java.util.function.DoubleConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** The progress of a task on standard error, when that is a terminal; told the share done. */
final class TaskProgress implements DoubleConsumer, AutoCloseable {

  private static final int WHOLE = 1000;
  private static final int WIDTH = 80;

  private final @Nullable ProgressBar bar;

  private TaskProgress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /** The progress of a task by name. */
  static TaskProgress of(String name) {
    if (!Boolean.getBoolean("testroad.terminal")) {
      return new TaskProgress(null);
    }
    return new TaskProgress(
        new ProgressBarBuilder()
            .setTaskName(name)
            .setInitialMax(WHOLE)
            .setStyle(ProgressBarStyle.ASCII)
            .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
            .clearDisplayOnFinish()
            .hideEta()
            .build());
  }

  @Override
  public void accept(double share) {
    if (bar != null) {
      bar.stepTo(Math.round(share * WHOLE));
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
