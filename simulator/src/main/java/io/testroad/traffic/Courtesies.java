package io.testroad.traffic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Vehicles that let everybody pass who is courteous, too: two of them whose ways cross or meet, and
 * who would be there at about the same time, both wait. Others count only on those who go: for them
 * one who waits so is not coming.
 */
final class Courtesies {

  /** Margin in time between two who do not meet, s; as right of way has it. */
  private static final double GAP_S = 1;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Approaches approaches;
  private final Arrivals arrivals;
  private int @Nullable [][] yieldedBy;
  private int[] asked = new int[4];
  private boolean[] waits = new boolean[4];
  private int askedCount;

  Courtesies(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.approaches = region.approaches;
    this.arrivals = region.arrivals;
  }

  /** Whether a courteous vehicle lets another one pass at the link of an entry. */
  boolean defers(int row, int entry) {
    int link = approaches.linkOf(entry);
    if (v.lane[row] != tables.linkFrom[link] || tables.internal[v.lane[row]]) {
      return false;
    }
    arrivals.foretell(entry);
    boolean defers = meets(entry, tables.yieldTo[link]) || meets(entry, yieldedBy()[link]);
    asked = GrowingList.with(asked, askedCount, row);
    if (waits.length < asked.length) {
      waits = Arrays.copyOf(waits, asked.length);
    }
    waits[askedCount++] = defers;
    return defers;
  }

  private boolean meets(int entry, int[] foes) {
    for (int foe : foes) {
      for (int e = approaches.first(foe); e >= 0; e = approaches.after(e)) {
        int other = region.rowOf(approaches.numberOf(e));
        if (other >= 0
            && approaches.willPass(e)
            && approaches.numberOf(e) != approaches.numberOf(entry)
            && v.is(other, Plight.COURTEOUS)
            && v.lane[other] == tables.linkFrom[foe]
            && atOnce(entry, e)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean atOnce(int entry, int foe) {
    arrivals.foretell(foe);
    double arrives = approaches.get(entry, Approaches.ARRIVES);
    double leaves = approaches.get(entry, Approaches.LEAVES);
    return approaches.get(foe, Approaches.LEAVES) + GAP_S >= arrives
        && approaches.get(foe, Approaches.ARRIVES) <= leaves + GAP_S;
  }

  /** Of each link: those that must let its vehicles pass. */
  private int[][] yieldedBy() {
    if (yieldedBy == null) {
      List<List<Integer>> by = new ArrayList<>();
      for (int link = 0; link < tables.links(); link++) {
        by.add(new ArrayList<>());
      }
      for (int link = 0; link < tables.links(); link++) {
        for (int foe : tables.yieldTo[link]) {
          by.get(foe).add(link);
        }
      }
      yieldedBy =
          by.stream()
              .map(links -> links.stream().mapToInt(Integer::intValue).toArray())
              .toArray(int[][]::new);
    }
    return yieldedBy;
  }

  /** Whether a vehicle stands at its link out of courtesy, so that others need not wait for it. */
  boolean isDeferring(int number) {
    if (!v.mayHave(VehicleTable.BESET)) {
      return false;
    }
    int row = region.rowOf(number);
    return row >= 0 && v.is(row, Plight.DEFERS) && Travel.stands(v.speed[row]);
  }

  /** Keeps who waited in this tick, for the next one. */
  void settle() {
    for (int i = 0; i < askedCount; i++) {
      v.setPlight(asked[i], Plight.DEFERS, waits[i]);
    }
    askedCount = 0;
  }
}
