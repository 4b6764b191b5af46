package io.testroad.demand;

import io.testroad.network.Signal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a scenario's background traffic consists of.
 *
 * @param types vehicle types
 * @param departures sorted by departure time, then by order of reading; names are unique
 * @param programs further signal programs from additional files, by signal id, in order of reading
 */
public record Demand(
    List<VehicleType> types,
    List<Departure> departures,
    Map<String, List<Signal.Program>> programs) {

  public Demand {
    types = List.copyOf(types);
    departures = List.copyOf(departures);
    Map<String, List<Signal.Program>> copies = new LinkedHashMap<>();
    programs.forEach((signal, list) -> copies.put(signal, List.copyOf(list)));
    programs = Collections.unmodifiableMap(copies);
  }

  /** No traffic. */
  public static Demand none() {
    return new Demand(List.of(), List.of(), Map.of());
  }

  /**
   * The demand as it is for a run whose first tick is at a time; earlier departures are left out.
   *
   * @param beginMs when the run begins, ms
   */
  public Demand beginningAt(long beginMs) {
    List<Departure> shifted =
        departures.stream()
            .filter(departure -> departure.departMs() >= beginMs)
            .map(departure -> departure.beginningAt(beginMs))
            .toList();
    return beginMs == 0 ? this : new Demand(types, shifted, programs);
  }
}
