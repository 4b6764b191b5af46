package io.testroad.network;

import java.util.Arrays;

/**
 * Edges by rising cost, and by index where costs are equal: a binary heap over costs that its owner
 * keeps and may lower.
 */
final class LeastFirst {

  private final double[] cost;
  private final int[] heap;
  private final int[] placeOf;
  private int size;

  /** An empty heap over the costs of all edges. */
  LeastFirst(double[] cost) {
    this.cost = cost;
    heap = new int[cost.length];
    placeOf = new int[cost.length];
    Arrays.fill(placeOf, -1);
  }

  /** Takes all out. */
  void clear() {
    for (int i = 0; i < size; i++) {
      placeOf[heap[i]] = -1;
    }
    size = 0;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The edge of least cost. */
  int first() {
    return heap[0];
  }

  /** Puts an edge in, or up when its cost was lowered. */
  void add(int edge) {
    if (placeOf[edge] < 0) {
      place(edge, size++);
    }
    siftUp(placeOf[edge]);
  }

  /** Takes out the edge of least cost. */
  int poll() {
    int first = heap[0];
    placeOf[first] = -1;
    int last = heap[--size];
    if (size > 0) {
      place(last, 0);
      siftDown();
    }
    return first;
  }

  private void siftUp(int start) {
    int at = start;
    int edge = heap[at];
    while (at > 0 && isBefore(edge, heap[(at - 1) / 2])) {
      place(heap[(at - 1) / 2], at);
      at = (at - 1) / 2;
    }
    place(edge, at);
  }

  private void siftDown() {
    int at = 0;
    int edge = heap[0];
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], edge)) {
        break;
      }
      place(heap[child], at);
      at = child;
    }
    place(edge, at);
  }

  private void place(int edge, int at) {
    heap[at] = edge;
    placeOf[edge] = at;
  }

  private boolean isBefore(int edge, int other) {
    return cost[edge] < cost[other] || (cost[edge] == cost[other] && edge < other);
  }
}
