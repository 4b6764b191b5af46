package io.testroad.bench;

import io.testroad.traffic.Trip;
import org.jspecify.annotations.Nullable;

/** Sums over trips. */
final class TripSums {

  private long trips;
  private double durationS;
  private double routeLengthM;
  private double timeLossS;
  private double waitingTimeS;
  private double departDelayS;

  void add(Trip trip) {
    add(
        trip.duration(),
        trip.routeLength(),
        trip.timeLoss(),
        trip.waitingTime(),
        trip.departDelay());
  }

  void add(double duration, double length, double timeLoss, double waiting, double delay) {
    trips++;
    durationS += duration;
    routeLengthM += length;
    timeLossS += timeLoss;
    waitingTimeS += waiting;
    departDelayS += delay;
  }

  TripMeans means() {
    return new TripMeans(
        trips,
        mean(durationS),
        mean(routeLengthM),
        mean(timeLossS),
        mean(waitingTimeS),
        mean(departDelayS));
  }

  private @Nullable Double mean(double sum) {
    return trips == 0 ? null : sum / trips;
  }
}
