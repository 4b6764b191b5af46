package io.testroad.bench.models;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/** All acceptance cases of the models, or some of them. */
public final class ModelsBench {

  /** Is told how many parts of all have been measured; may be called by several threads. */
  @FunctionalInterface
  public interface Progress {
    void on(int measured, int parts);
  }

  private static final List<ModelCase> CASES =
      List.of(
          new EquilibriumGap(),
          new Diagram(),
          new SingleMotion(),
          new RingRoad(),
          new StringStability(),
          new KraussFlow(),
          new QueueDischarge(),
          new FixedTimeSignal(),
          new SingleServer(),
          new ShockWaves(),
          new GapCapacity(),
          new IncidentBottleneck(),
          new RemoteOfficers(),
          new NearestUnit(),
          new LaneChangeGain(),
          new RssDistances(),
          new Conflicts(),
          new InjuryCurves());

  private ModelsBench() {}

  /** The names of all cases. */
  public static List<String> names() {
    return CASES.stream().map(ModelCase::name).toList();
  }

  /** The names that a pattern with {@code *} and {@code ?} stands for. */
  public static List<String> names(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    Pattern compiled = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
    return names().stream().filter(name -> compiled.matcher(name).matches()).toList();
  }

  /**
   * The rows of cases, in order.
   *
   * @param names of the cases
   * @param threads on which parts are measured; the rows are the same
   * @throws UnbuildableWorld when the parameters describe a world that cannot be
   */
  public static List<ModelRow> measure(
      List<String> names, Parameters parameters, int threads, Progress progress) {
    List<ModelCase.Part> parts = new ArrayList<>();
    for (ModelCase each : CASES) {
      if (names.contains(each.name())) {
        parts.addAll(each.parts(parameters));
      }
    }
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      List<Future<List<ModelRow>>> measured =
          parts.stream().map(part -> pool.submit(part::measure)).toList();
      List<ModelRow> rows = new ArrayList<>();
      for (Future<List<ModelRow>> each : measured) {
        rows.addAll(each.get());
        progress.on(rows.size(), parts.size());
      }
      return rows;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnbuildableWorld unbuildable) {
        throw unbuildable;
      }
      throw new IllegalStateException("a case could not be measured", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
