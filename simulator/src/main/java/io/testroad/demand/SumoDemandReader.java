package io.testroad.demand;

import io.testroad.finding.Findings;
import io.testroad.network.Network;
import io.testroad.network.XmlInput;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads SUMO's route files and additional files, plain or gzipped.
 *
 * <p>Read are vehicle types and their distributions, routes and theirs, vehicles, trips, flows,
 * stops, bus stops and signal programs. What a file names may be defined after it, in whichever
 * file. What isn't simulated (rerouters, calibrators, variable speed signs, persons, containers) is
 * warned of once a kind; what has no effect on traffic (detectors, drawings) is passed over.
 *
 * <p>Order: departures stand in order of time, then of reading. Randomness (members of
 * distributions, flows by chance, random positions and speeds) comes from streams named {@code
 * demand.…}, keyed by the vehicle's or flow's id and its counter in the flow.
 *
 * <p>Source: "Definition of Vehicles, Vehicle Types, and Routes" in SUMO's documentation; {@code
 * routes_file.xsd}, {@code additional_file.xsd}.
 */
public final class SumoDemandReader {

  /** How many vehicles may depart, so that a slip in a flow can't exhaust memory. */
  static final int MAX_DEPARTURES = 5_000_000;

  private SumoDemandReader() {}

  /**
   * The demand of some files; flows that give no end last a day.
   *
   * @see #read(List, Network, long, long, RouteFinder, Findings)
   */
  public static Demand read(
      List<Path> files, Network network, long seed, RouteFinder routes, Findings findings) {
    return read(files, network, seed, -1, routes, findings);
  }

  /**
   * The demand of some files. All their faults are recorded; what is faulty is left out of it.
   *
   * @param files in the order of reading
   * @param seed of all that is random
   * @param endMs when flows end that don't say, ms, SUMO's option {@code end}; -1: none
   * @param routes finds the routes of those that name only their ends; equal requests ask once
   */
  public static Demand read(
      List<Path> files,
      Network network,
      long seed,
      long endMs,
      RouteFinder routes,
      Findings findings) {
    return readAtMost(MAX_DEPARTURES, files, network, seed, endMs, routes, findings);
  }

  /** The demand of some files, up to a number of departures; more are an error. */
  static Demand readAtMost(
      int limit,
      List<Path> files,
      Network network,
      long seed,
      long endMs,
      RouteFinder routes,
      Findings findings) {
    EdgePath.Pool pool = new EdgePath.Pool(network);
    DemandElements elements = new DemandElements(network, pool, endMs, findings);
    for (Path file : files) {
      elements.beginFile();
      XmlInput.read(file, "", findings, elements);
    }
    return new DemandAssembly(network, elements, pool, routes, seed, limit, findings).build();
  }
}
