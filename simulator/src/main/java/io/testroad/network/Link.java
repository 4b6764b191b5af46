package io.testroad.network;

/**
 * A way from one lane to a following one; SUMO's connection.
 *
 * <p>From a normal lane over a junction to a normal lane it is a <em>movement</em>: {@code via} is
 * the first lane inside the junction (or -1 where the junction has no inside), and {@code junction}
 * and {@code requestIndex} say which row of the right-of-way matrix rules it. The links that leave
 * an internal lane are listed too (an internal lane has exactly one): where it leads to another
 * internal lane (a waiting place for turning vehicles, SUMO's internal junction), {@code junction}
 * is the index of that internal junction; otherwise -1.
 *
 * @param index dense index, the position in {@link Network#links}
 * @param fromLane lane it leaves
 * @param toLane lane it leads to in the end: for a movement the normal lane behind the junction
 * @param via first internal lane, or -1
 * @param junction junction (or internal junction) that rules it, or -1
 * @param requestIndex row in {@link Junction#requests}, or -1
 * @param signal index of the signal that controls it, or -1
 * @param signalIndex its place in the signal's state strings, or -1
 * @param direction which way it turns
 * @param state right of way as built, when no signal rules it: SUMO's letter, for instance M or m
 * @param keepClear whether the junction is to be kept clear for it
 * @param visibilityM from how far one sees those that must be let pass, m
 * @param permissions who may use it
 */
public record Link(
    int index,
    int fromLane,
    int toLane,
    int via,
    int junction,
    int requestIndex,
    int signal,
    int signalIndex,
    Direction direction,
    char state,
    boolean keepClear,
    double visibilityM,
    Permissions permissions) {

  /** From how far one sees those that must be let pass unless the file says otherwise, m (SUMO). */
  public static final double VISIBILITY_M = 4.5;

  /** Where a link turns. */
  public enum Direction {
    STRAIGHT('s'),
    TURNAROUND('t'),
    TURNAROUND_LEFT_HAND('T'),
    LEFT('l'),
    RIGHT('r'),
    PART_LEFT('L'),
    PART_RIGHT('R'),
    NONE('-');

    private final char letter;

    Direction(char letter) {
      this.letter = letter;
    }

    /** SUMO's letter. */
    public char letter() {
      return letter;
    }

    /** The direction of a letter; NONE for an unknown one. */
    public static Direction of(char letter) {
      for (Direction direction : values()) {
        if (direction.letter == letter) {
          return direction;
        }
      }
      return NONE;
    }
  }

  /** The lane a vehicle drives onto first: {@code via}, or {@code toLane} where there is none. */
  public int nextLane() {
    return via >= 0 ? via : toLane;
  }
}
