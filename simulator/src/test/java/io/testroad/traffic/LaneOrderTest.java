package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.network.Network;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A lane's vehicles form a chain from its front to its rear, whatever happens to them. */
class LaneOrderTest {

  private static final Network ROADS =
      Roads.of(
          """
          node a 0 0
          node b 500 0
          road ab a b lanes 2
          """);

  /** Rows come, go, move, overtake and are laid out anew; a sorted list tells what must be. */
  @Property(tries = 100)
  void theChainIsTheSortedList(@ForAll long seed) {
    Random random = new Random(seed);
    RoadTables tables = RoadTables.of(ROADS);
    VehicleTable columns = new VehicleTable();
    LaneOrder order = new LaneOrder(columns, tables);
    List<Integer> free = new ArrayList<>();
    columns.reserve(200);
    for (int row = 0; row < 200; row++) {
      columns.clear(row);
      columns.number[row] = row;
      free.add(row);
    }
    Collections.shuffle(free, random);
    List<List<Integer>> model = List.of(new ArrayList<>(), new ArrayList<>());
    for (int step = 0; step < 300; step++) {
      int lane = random.nextInt(2);
      List<Integer> rows = model.get(lane);
      switch (random.nextInt(rows.isEmpty() ? 1 : 4)) {
        case 0 -> {
          if (!free.isEmpty()) {
            int row = free.remove(free.size() - 1);
            columns.pos[row] = random.nextInt(60); // some are level
            order.insert(lane, row);
            rows.add(row);
          }
        }
        case 1 -> {
          int row = rows.remove(random.nextInt(rows.size()));
          order.remove(lane, row);
          free.add(row);
        }
        case 2 -> {
          int row = rows.get(random.nextInt(rows.size()));
          columns.pos[row] += random.nextInt(30);
          order.mend();
        }
        default -> {
          if (!free.isEmpty()) {
            int from = rows.remove(random.nextInt(rows.size()));
            int to = free.remove(free.size() - 1);
            int spare = columns.number[to];
            columns.copy(from, to);
            order.rename(lane, from, to);
            columns.number[from] = spare; // numbers stay unique
            rows.add(to);
            free.add(from);
          }
        }
      }
      rows.sort(
          Comparator.comparingDouble((Integer row) -> -columns.pos[row])
              .thenComparingInt(row -> columns.number[row]));
      assertThat(frontToRear(order, lane)).isEqualTo(rows);
      assertThat(rearToFront(order, lane)).isEqualTo(rows);
      assertThat(order.size(lane)).isEqualTo(rows.size());
      double pos = random.nextInt(60);
      int before = order.lastAhead(lane, pos, 100);
      assertThat(order.firstBehind(lane, pos, 100))
          .isEqualTo(before < 0 ? order.first(lane) : order.behind(before));
    }
    int[] from = new int[200];
    int laid = order.renumber(from);
    assertThat(laid).isEqualTo(model.get(0).size() + model.get(1).size());
    List<Integer> old = new ArrayList<>();
    for (int lane = 0; lane < 2; lane++) {
      frontToRear(order, lane).forEach(row -> old.add(from[row]));
    }
    List<Integer> both = new ArrayList<>(model.get(0));
    both.addAll(model.get(1));
    assertThat(old).isEqualTo(both);
  }

  private static List<Integer> frontToRear(LaneOrder order, int lane) {
    List<Integer> rows = new ArrayList<>();
    for (int row = order.first(lane); row >= 0; row = order.behind(row)) {
      rows.add(row);
    }
    return rows;
  }

  private static List<Integer> rearToFront(LaneOrder order, int lane) {
    List<Integer> rows = new ArrayList<>();
    for (int row = order.last(lane); row >= 0; row = order.ahead(row)) {
      rows.add(0, row);
    }
    return rows;
  }
}
