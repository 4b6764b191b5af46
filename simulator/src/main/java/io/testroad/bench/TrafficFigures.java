package io.testroad.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.testroad.record.Metrics.Conflicts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code bench traffic --format json} prints.
 *
 * @param updates the sum over steps of vehicles on the road
 * @param seconds wall time of stepping alone, s
 * @param updatesPerSecond of the measured repetition; the median's where there are several
 * @param measured {@code warm} or {@code cold}: whether repetitions went before
 * @param warmUp how many
 * @param coldUpdatesPerSecond of the first repetition of all
 * @param repetitions updates per second of each repetition that was measured
 * @param cpuSeconds processor time of the stepping threads, s
 * @param loadSeconds from the files to traffic that is ready for its first step, s
 * @param realTimeFactor simulated over wall seconds
 * @param departed vehicles put on the road
 * @param arrived vehicles that reached their destination
 * @param running vehicles on the road at the end
 * @param waiting vehicles that found no room to depart until the end
 * @param reachedLimit whether it was ended because vehicles were still there long after the last
 *     departure
 * @param meanDurationSeconds over the trips that ended; null when none has, as the other means
 * @param liveMemoryBytes in use at the end of the measured repetition, network and files' contents
 *     included
 * @param peakMemoryBytes held by the process at most
 * @param comparison with a reference, where one was given
 * @param conflicts near collisions, where they were watched
 * @param digest equal for equal traffic, whatever the threads and regions
 */
public record TrafficFigures(
    long updates,
    double seconds,
    double updatesPerSecond,
    String measured,
    int warmUp,
    double coldUpdatesPerSecond,
    List<Double> repetitions,
    double cpuSeconds,
    double loadSeconds,
    double realTimeFactor,
    int threads,
    int regions,
    long seed,
    double stepLengthSeconds,
    long steps,
    long departed,
    long arrived,
    long running,
    long waiting,
    boolean reachedLimit,
    @Nullable Double meanDurationSeconds,
    @Nullable Double meanRouteLengthMeters,
    @Nullable Double meanTimeLossSeconds,
    @Nullable Double meanWaitingSeconds,
    @Nullable Double meanDepartDelaySeconds,
    long collisions,
    long removed,
    double allocatedBytesPerUpdate,
    long liveMemoryBytes,
    long peakMemoryBytes,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TripComparison comparison,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Conflicts conflicts,
    String digest) {

  public TrafficFigures {
    repetitions = List.copyOf(repetitions);
  }
}
