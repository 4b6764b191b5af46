package io.testroad.bench.models;

import java.util.List;

/** An acceptance case: rows that are measured independently of one another. */
interface ModelCase {

  /** Measures some rows. */
  @FunctionalInterface
  interface Part {
    List<ModelRow> measure();
  }

  /** Its name, {@code AF-01}. */
  String name();

  /** Its parts, in the order of their rows. */
  List<Part> parts(Parameters parameters);
}
