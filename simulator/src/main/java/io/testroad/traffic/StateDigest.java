package io.testroad.traffic;

import io.testroad.engine.RandomStream;

/**
 * Stands for the state of vehicles: two sums, modulo 2^64, of hashes of (number, lane, position,
 * speed). Sums of parts add up to the sum of the whole, whatever the parts.
 */
public record StateDigest(long a, long b) {

  private static final long SECOND_KEY = 0xD1B54A32D192ED03L;

  /** The first hash of a vehicle's state. */
  static long hashA(int number, int lane, double positionM, double speedMps) {
    long h = RandomStream.mix(((long) number << 32) ^ lane);
    h = RandomStream.mix(h ^ Double.doubleToLongBits(positionM));
    return RandomStream.mix(h + Double.doubleToLongBits(speedMps));
  }

  /** The second hash, made from the first. */
  static long hashB(long hashA, int number) {
    return RandomStream.mix(hashA * SECOND_KEY + number);
  }
}
