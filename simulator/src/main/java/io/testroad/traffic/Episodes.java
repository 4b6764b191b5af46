package io.testroad.traffic;

import java.util.Arrays;

/**
 * What vehicles are in the midst of, as columns: at most one episode a vehicle. An episode lies in
 * a slot; the last one takes the place of one that is taken out.
 */
final class Episodes {

  private static final int INTS = 7;
  private static final int DOUBLES = 5;

  private final int[] slotOf;
  private final int[][] ints = new int[INTS][8];
  private final double[][] doubles = new double[DOUBLES][8];
  int size;

  int[] number;

  /** The other vehicle's number, or -1. */
  int[] foe;

  int[] since;
  int[] last;

  /** Ticks that count. */
  int[] ticks;

  int[] road;
  int[] lane;
  double[] positionM;
  double[] speedMps;

  /** The lowest of what counts, the highest, and the sum. */
  double[] least;

  double[] most;
  double[] sum;

  /** No episodes, for vehicles numbered below a bound. */
  Episodes(int vehicles) {
    slotOf = new int[vehicles];
    Arrays.fill(slotOf, -1);
    name();
  }

  private void name() {
    number = ints[0];
    foe = ints[1];
    since = ints[2];
    last = ints[3];
    ticks = ints[4];
    road = ints[5];
    lane = ints[6];
    positionM = doubles[0];
    speedMps = doubles[1];
    least = doubles[2];
    most = doubles[3];
    sum = doubles[4];
  }

  /** The slot of a vehicle's episode, or -1. */
  int find(int vehicle) {
    return slotOf[vehicle];
  }

  /** Begins a vehicle's episode with nothing counted; the rest is to be filled in. */
  int begin(int vehicle, int other, int tick) {
    int slot = add(vehicle);
    foe[slot] = other;
    since[slot] = tick;
    last[slot] = tick;
    ticks[slot] = 0;
    least[slot] = Double.POSITIVE_INFINITY;
    most[slot] = 0;
    sum[slot] = 0;
    return slot;
  }

  private int add(int vehicle) {
    if (size == number.length) {
      for (int i = 0; i < INTS; i++) {
        ints[i] = Arrays.copyOf(ints[i], 2 * size);
      }
      for (int i = 0; i < DOUBLES; i++) {
        doubles[i] = Arrays.copyOf(doubles[i], 2 * size);
      }
      name();
    }
    slotOf[vehicle] = size;
    number[size] = vehicle;
    return size++;
  }

  /** Takes out the episode in a slot. */
  void end(int slot) {
    slotOf[number[slot]] = -1;
    size--;
    if (slot < size) {
      for (int[] column : ints) {
        column[slot] = column[size];
      }
      for (double[] column : doubles) {
        column[slot] = column[size];
      }
      slotOf[number[slot]] = slot;
    }
  }

  /** Takes out the episodes of some vehicles, to be sent away. */
  EpisodeRows take(int[] vehicles) {
    int count = 0;
    for (int vehicle : vehicles) {
      count += slotOf[vehicle] >= 0 ? 1 : 0;
    }
    int[] packedInts = new int[count * INTS];
    double[] packedDoubles = new double[count * DOUBLES];
    int i = 0;
    for (int vehicle : vehicles) {
      int slot = slotOf[vehicle];
      if (slot >= 0) {
        for (int k = 0; k < INTS; k++) {
          packedInts[i * INTS + k] = ints[k][slot];
        }
        for (int k = 0; k < DOUBLES; k++) {
          packedDoubles[i * DOUBLES + k] = doubles[k][slot];
        }
        i++;
        end(slot);
      }
    }
    return new EpisodeRows(packedInts, packedDoubles);
  }

  /** Takes in the episodes of vehicles that have come. */
  void put(EpisodeRows rows) {
    for (int i = 0; i < rows.ints().length / INTS; i++) {
      int slot = add(rows.ints()[i * INTS]);
      for (int k = 0; k < INTS; k++) {
        ints[k][slot] = rows.ints()[i * INTS + k];
      }
      for (int k = 0; k < DOUBLES; k++) {
        doubles[k][slot] = rows.doubles()[i * DOUBLES + k];
      }
    }
  }
}
