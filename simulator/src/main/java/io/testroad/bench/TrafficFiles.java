package io.testroad.bench;

import io.testroad.demand.Demand;
import io.testroad.demand.SumoConfiguration;
import io.testroad.demand.SumoDemandReader;
import io.testroad.engine.Clock;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.Network;
import io.testroad.network.RoadGraph;
import io.testroad.network.Router;
import io.testroad.network.SumoNetworkReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The files of a {@link TrafficCase}, in SUMO's formats.
 *
 * @param network the network
 * @param demand additional files, then route files
 * @param beginMs what departs before is left out, ms
 * @param endMs when the simulation ends, ms; -1: when all have arrived
 * @param stepMs length of a step, ms
 */
public record TrafficFiles(Path network, List<Path> demand, long beginMs, long endMs, long stepMs) {

  /** How long after the last departure the roads must be empty, where no end is given, h. */
  public static final int PATIENCE_H = 6;

  private static final long HOUR_MS = 3_600_000;

  public TrafficFiles {
    demand = List.copyOf(demand);
  }

  /** A network, its additional files and its route files, from time 0. */
  public static TrafficFiles of(Path network, List<Path> additional, List<Path> routes, long step) {
    List<Path> demand = new ArrayList<>(additional);
    demand.addAll(routes);
    return new TrafficFiles(network, demand, 0, -1, step);
  }

  /**
   * The files of a SUMO configuration, with its time.
   *
   * @param stepMs length of a step, ms, in place of the configuration's
   */
  public static TrafficFiles of(SumoConfiguration configuration, OptionalLong stepMs) {
    return new TrafficFiles(
        configuration.netFile(),
        configuration.demandFiles(),
        configuration.beginMs(),
        configuration.endMs(),
        stepMs.orElse(Math.round(configuration.stepLengthS() * 1000)));
  }

  /**
   * Reads the files.
   *
   * @param seed of all that is random
   * @param steps how many to simulate; empty: to the end
   * @return empty when an error was recorded
   */
  public Optional<TrafficCase> read(long seed, OptionalLong steps, Findings findings) {
    int before = findings.errors();
    Optional<Network> roads = SumoNetworkReader.read(network, findings);
    if (roads.isEmpty()) {
      return Optional.empty();
    }
    long lastMs = steps.isPresent() ? beginMs + steps.getAsLong() * stepMs : endMs;
    Router router = new Router(RoadGraph.of(roads.get()));
    Demand read =
        SumoDemandReader.read(demand, roads.get(), seed, lastMs, router::find, findings)
            .beginningAt(beginMs);
    if (read.departures().isEmpty() && findings.errors() == before) {
      findings.error(
          "no-departures",
          Position.of(demand.isEmpty() ? network.toString() : demand.get(0).toString()),
          "No vehicle departs: there is nothing to measure.",
          "Name route files with vehicles, trips or flows.");
    }
    return findings.errors() > before
        ? Optional.empty()
        : Optional.of(traffic(roads.get(), read, seed, lastMs));
  }

  private TrafficCase traffic(Network roads, Demand read, long seed, long lastMs) {
    boolean untilEmpty = lastMs < 0;
    long departed = read.departures().get(read.departures().size() - 1).departMs();
    long lastsMs = untilEmpty ? departed + PATIENCE_H * HOUR_MS : Math.max(0, lastMs - beginMs);
    return new TrafficCase(
        roads.withPrograms(read.programs()),
        read,
        new Clock(Instant.EPOCH, ZoneOffset.UTC, stepMs),
        seed,
        -Math.floorDiv(-lastsMs, stepMs),
        untilEmpty);
  }
}
