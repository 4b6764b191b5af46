package io.testroad.traffic;

import java.util.Arrays;

/**
 * What every driver means to do at the links ahead of him in this tick: an entry for each link,
 * first those of the region's own vehicles, then those that neighbours have told of. The entries of
 * a vehicle follow one another; those of a link are chained.
 */
final class Approaches {

  // what each driver leaves

  /** Speed if he may pass the link, m/s. */
  static final int PASS_SPEED = 0;

  /** The most that {@link Planning#waitSpeed} may be if he must stop before the link, m/s. */
  static final int WAIT_SPEED = 1;

  /** How far he may go if he must stop before the link, m; infinite where that is worked out. */
  static final int STOP_DISTANCE = 2;

  /** From his front to the link, m. */
  static final int DISTANCE = 3;

  /** Speed that he set out with towards the link, m/s. */
  static final int SPEED_NOW = 4;

  /** Speed of arrival at the link, m/s. */
  static final int ARRIVE_SPEED = 5;

  /** The most that he can leave the link's path with, m/s; his speed once it is foretold. */
  static final int LEAVE_SPEED = 6;

  // what {@link Arrivals} works out when somebody asks

  /** When he arrives at the link, s from now; not a number until it is foretold. */
  static final int ARRIVES = 7;

  /** When his rear leaves the link's path, s from now. */
  static final int LEAVES = 8;

  /** Speed of arrival when he brakes from now on, m/s. */
  static final int BRAKED_SPEED = 9;

  static final int SPEED = 10;
  static final int DECEL = 11;

  /** How long he has been standing, s. */
  static final int WAITING = 12;

  static final int STRIDE = 13;

  static final int NO_LINK = -1;

  private int[] head;
  private int size;
  private int[] next = new int[256];
  private int[] link = new int[256];
  private int[] number = new int[256];
  private boolean[] willPass = new boolean[256];
  private double[] value = new double[256 * STRIDE];

  Approaches(int links) {
    head = new int[links];
    Arrays.fill(head, -1);
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      if (link[i] >= 0) {
        head[link[i]] = -1;
      }
    }
    size = 0;
  }

  int size() {
    return size;
  }

  /** A new entry; it is chained to its link by {@link #register}. */
  int add(int vehicle, int toLink, boolean passes) {
    if (size == link.length) {
      int capacity = size * 2;
      next = Arrays.copyOf(next, capacity);
      link = Arrays.copyOf(link, capacity);
      number = Arrays.copyOf(number, capacity);
      willPass = Arrays.copyOf(willPass, capacity);
      value = Arrays.copyOf(value, capacity * STRIDE);
    }
    number[size] = vehicle;
    link[size] = toLink;
    willPass[size] = passes;
    return size++;
  }

  /**
   * A new entry of a driver who looks at a link.
   *
   * @param speed that he sets out with, m/s
   * @param distance from his front to the link, m
   * @param arriveSpeed m/s
   */
  int enter(
      int vehicle, int toLink, boolean passes, double speed, double distance, double arriveSpeed) {
    int entry = add(vehicle, toLink, passes);
    int at = entry * STRIDE;
    value[at + PASS_SPEED] = speed;
    value[at + WAIT_SPEED] = speed;
    value[at + STOP_DISTANCE] = Double.POSITIVE_INFINITY;
    value[at + DISTANCE] = distance;
    value[at + SPEED_NOW] = speed;
    value[at + ARRIVE_SPEED] = arriveSpeed;
    value[at + LEAVE_SPEED] = Double.POSITIVE_INFINITY;
    value[at + ARRIVES] = Double.NaN;
    return entry;
  }

  /** Forgets the entries from one on. */
  void forgetFrom(int entry) {
    size = entry;
  }

  /** Shows the entries from one on to those who look at their links. */
  void register(int from) {
    for (int i = from; i < size; i++) {
      if (link[i] >= 0) {
        next[i] = head[link[i]];
        head[link[i]] = i;
      }
    }
  }

  double get(int entry, int quantity) {
    return value[entry * STRIDE + quantity];
  }

  void set(int entry, int quantity, double amount) {
    value[entry * STRIDE + quantity] = amount;
  }

  int linkOf(int entry) {
    return link[entry];
  }

  int numberOf(int entry) {
    return number[entry];
  }

  boolean willPass(int entry) {
    return willPass[entry];
  }

  void setWillPass(int entry, boolean passes) {
    willPass[entry] = passes;
  }

  /** The first entry of a link, or -1. */
  int first(int ofLink) {
    return head[ofLink];
  }

  /** The entry after one, or -1. */
  int after(int entry) {
    return next[entry];
  }

  /** The entries, of the first so many, whose links leave lanes that a neighbour sees. */
  ApproachRows pack(int own, boolean[] seen, RoadTables tables) {
    int count = 0;
    for (int i = 0; i < own; i++) {
      count += link[i] >= 0 && seen[tables.linkFrom[link[i]]] ? 1 : 0;
    }
    int[] vehicles = new int[count];
    int[] links = new int[count];
    boolean[] passes = new boolean[count];
    double[] values = new double[count * STRIDE];
    int at = 0;
    for (int i = 0; i < own; i++) {
      if (link[i] >= 0 && seen[tables.linkFrom[link[i]]]) {
        vehicles[at] = number[i];
        links[at] = link[i];
        passes[at] = willPass[i];
        System.arraycopy(value, i * STRIDE, values, at * STRIDE, STRIDE);
        at++;
      }
    }
    return new ApproachRows(vehicles, links, passes, values);
  }

  void unpack(ApproachRows rows) {
    int from = size;
    for (int i = 0; i < rows.vehicle().length; i++) {
      int entry = add(rows.vehicle()[i], rows.link()[i], rows.willPass()[i]);
      System.arraycopy(rows.value(), i * STRIDE, value, entry * STRIDE, STRIDE);
    }
    register(from);
  }
}
