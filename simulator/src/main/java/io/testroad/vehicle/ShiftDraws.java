package io.testroad.vehicle;

import io.testroad.engine.RandomStream;
import java.util.ArrayList;
import java.util.List;

/** What is drawn for one shift of one vehicle; drawn again it is the same. */
final class ShiftDraws {

  private static final int MOST = 10_000;

  private static final long AVAILABLE = 0;
  private static final long SPEED = 1;
  private static final long CHOICES = 1_000;
  private static final long ARRIVALS = 100_000;

  private final RandomStream stream;

  private ShiftDraws(RandomStream stream) {
    this.stream = stream;
  }

  /** The draws of a vehicle's shift, from the operator's stream. */
  static ShiftDraws of(RandomStream ofOperator, String vehicle, long shift) {
    return new ShiftDraws(ofOperator.forEntity(RandomStream.hash(vehicle)).forEntity(shift));
  }

  /** Uniform in [0, 1): whether the vehicle is available. */
  double available() {
    return stream.uniform(AVAILABLE);
  }

  /** Standard normal: how fast it is. */
  double speed() {
    return stream.gaussian(SPEED);
  }

  /** Uniform in [0, 1): what sort of thing a happening is. */
  double choice(int number) {
    return stream.uniform(CHOICES + number);
  }

  /**
   * When the events of a Poisson process along the way happen.
   *
   * @param process the number of the process
   * @param perKm its rate, 1/km
   * @param speedMps m/s
   * @param lengthMs how long it is driven, ms
   * @return ms since the shift began, rising, all below the length
   */
  List<Long> arrivals(int process, double perKm, double speedMps, long lengthMs) {
    List<Long> arrivals = new ArrayList<>();
    if (perKm <= 0 || speedMps <= 0) {
      return arrivals;
    }
    double meanMs = 1e6 / (perKm * speedMps);
    double ms = 0;
    for (int i = 0; i < MOST; i++) {
      ms += stream.exponential(ARRIVALS * (process + 1) + i, meanMs);
      if (ms >= lengthMs) {
        break;
      }
      arrivals.add((long) ms);
    }
    return arrivals;
  }
}
