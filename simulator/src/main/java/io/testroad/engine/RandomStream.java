package io.testroad.engine;

/**
 * A counter-based stream of random numbers: the n-th number is a pure function of seed, stream
 * name, entity and n, whoever asks and in whatever order.
 *
 * <p>Source: the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom
 * number generators", OOPSLA 2014; constants: Stafford's variant 13), applied to a key and a
 * Weyl-sequence counter.
 */
public final class RandomStream {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long key;

  private RandomStream(long key) {
    this.key = key;
  }

  /** The stream of a seed and a name, for entities known by number. */
  public static RandomStream of(long seed, String name) {
    return new RandomStream(mix(mix(seed + GOLDEN) ^ hash(name)));
  }

  /** The stream of a seed, a name and an entity known by its stable id. */
  public static RandomStream of(long seed, String name, String entity) {
    return of(seed, name).forEntity(hash(entity));
  }

  /** The sub-stream of an entity. */
  public RandomStream forEntity(long entity) {
    return new RandomStream(mix(key + entity * GOLDEN));
  }

  /** The counter-th number of the stream, all 64 bits. */
  public long bits(long counter) {
    return mix(key + (counter + 1) * GOLDEN);
  }

  /** The counter-th number of the stream, uniform in [0, 1), a multiple of 2^-53. */
  public double uniform(long counter) {
    return (bits(counter) >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [0, 1) for an entity and a counter, without making an object; for hot loops. */
  public double uniform(long entity, long counter) {
    long entityKey = mix(key + entity * GOLDEN);
    return (mix(entityKey + (counter + 1) * GOLDEN) >>> 11) * 0x1.0p-53;
  }

  /**
   * Standard normal, from the numbers 2·counter and 2·counter+1 by the Box–Muller transform.
   *
   * <p>Source: Box and Muller, "A note on the generation of random normal deviates", 1958.
   */
  public double gaussian(long counter) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform(2 * counter)));
    return radius * StrictMath.cos(2 * Math.PI * uniform(2 * counter + 1));
  }

  /** Exponential with a mean, from the counter-th number. */
  public double exponential(long counter, double mean) {
    return -mean * StrictMath.log(1 - uniform(counter));
  }

  /** The bijective finaliser; good as a hash of 64 bits. */
  public static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A 64-bit hash of a string's UTF-16 units, the same on every machine (FNV-1a, then mixed). */
  public static long hash(String text) {
    long h = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mix(h);
  }
}
