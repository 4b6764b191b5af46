package io.testroad.vehicle;

import io.testroad.protocol.VehicleLetter;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A fleet's duty by the calendar: what its vehicles do on their days without every tick being
 * simulated.
 *
 * @param days the weekdays on which there is duty
 * @param workingDaysOnly whether there is none on other days than working days
 * @param begins when shifts begin
 * @param length how long they last
 * @param availability the share of shifts that a vehicle is available for, 0 to 1
 * @param speed mean speed over a shift; log-normal
 * @param automatedShare the share of the way that is driven in automated mode, where it is allowed
 * @param rates how often things happen
 * @param passengers people carried on each trip, from the stage on that allows them
 * @param perVehicle whether each shift goes on record, and not only each day's sum
 * @param windows stretches that are simulated in traffic instead
 */
public record CalendarDuty(
    Set<DayOfWeek> days,
    boolean workingDaysOnly,
    LocalTime begins,
    Duration length,
    double availability,
    Speed speed,
    double automatedShare,
    Rates rates,
    int passengers,
    boolean perVehicle,
    List<TrafficWindow> windows) {

  public CalendarDuty {
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    windows = List.copyOf(windows);
  }

  /**
   * A log-normal speed.
   *
   * @param meanMps m/s
   * @param deviationMps standard deviation, m/s; 0: always the mean
   */
  public record Speed(double meanMps, double deviationMps) {
    /** The speed that belongs to a standard normal number, m/s. */
    double at(double normal) {
      if (deviationMps == 0) {
        return meanMps;
      }
      double variation = deviationMps / meanMps;
      double variance = StrictMath.log(1 + variation * variation);
      return meanMps * StrictMath.exp(StrictMath.sqrt(variance) * normal - variance / 2);
    }
  }

  /**
   * How often things happen, each a Poisson process along the way.
   *
   * @param takeoversPerKm takeovers, of automated driving
   * @param violationsPerKm traffic violations
   * @param collisionsPerKm collisions
   * @param faultsPerKm faults that stop the vehicle
   * @param straysPerKm times that the system drives on outside the declared roads
   * @param severities probabilities of a collision's severity, by its written form
   * @param responsibilities probabilities of the vehicle's responsibility, by its written form
   */
  public record Rates(
      double takeoversPerKm,
      double violationsPerKm,
      double collisionsPerKm,
      double faultsPerKm,
      double straysPerKm,
      SortedMap<String, Double> severities,
      SortedMap<String, Double> responsibilities) {
    public Rates {
      severities = Collections.unmodifiableSortedMap(new TreeMap<>(severities));
      responsibilities = Collections.unmodifiableSortedMap(new TreeMap<>(responsibilities));
    }
  }

  /**
   * A stretch of the calendar that is simulated in traffic.
   *
   * @param after when it begins, since the start of the run
   * @param length how long it lasts
   * @param vehicles how many vehicles drive in it, the first of the fleet
   * @param orders trips to choose from
   */
  public record TrafficWindow(
      Duration after, Duration length, int vehicles, List<VehicleLetter.SetOut> orders) {
    public TrafficWindow {
      orders = List.copyOf(orders);
    }
  }
}
