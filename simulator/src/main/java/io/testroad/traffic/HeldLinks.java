package io.testroad.traffic;

import java.util.BitSet;

/**
 * Links at which drivers with right of way stop, if they can do so comfortably, because a vehicle
 * with blue light is about to cross: as at yellow.
 *
 * <p>Held are links whose ways cross or meet, inside the junction, the way of one with blue light.
 * Where two such vehicles come at once neither's own link is held, and right of way decides between
 * them. Who has no right of way minds the vehicle as anybody else who comes. Grade: assumption.
 */
final class HeldLinks {

  private final RoadTables tables;
  private final char[] states;
  private final BitSet own = new BitSet();
  private int[] paths = new int[8];
  private int claimed;
  private int[] held = new int[8];
  private char[] letters = new char[8];
  private int count;

  HeldLinks(RoadTables tables, RoadState roads) {
    this.tables = tables;
    states = roads.states();
  }

  /** Forgets all claims; every link shows again what its signal does. */
  void release() {
    for (int i = 0; i < count; i++) {
      states[held[i]] = letters[i];
    }
    count = 0;
    claimed = 0;
    own.clear();
  }

  /** A vehicle with blue light is on a lane inside a junction, or will soon be. */
  void claim(int path) {
    paths = GrowingList.with(paths, claimed++, path);
    if (tables.movementOf[path] >= 0) {
      own.set(tables.movementOf[path]);
    }
  }

  /** Holds the links that cross what has been claimed. */
  void hold() {
    for (int i = 0; i < claimed; i++) {
      int path = paths[i];
      int[] foes = tables.crossLane[path];
      for (int k = 0; k < foes.length; k++) {
        int link = tables.movementOf[foes[k]];
        if (link >= 0
            && tables.crossKind[path][k] != RoadTables.DIVERGES
            && !tables.sameOrigin(path, foes[k])
            && !own.get(link)
            && RightOfWay.isForAll(states[link])) {
          hold(link);
        }
      }
    }
  }

  private void hold(int link) {
    if (count == letters.length) {
      letters = java.util.Arrays.copyOf(letters, 2 * count);
    }
    letters[count] = states[link];
    held = GrowingList.with(held, count++, link);
    states[link] = 'y';
  }
}
