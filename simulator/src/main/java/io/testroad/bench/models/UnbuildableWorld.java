package io.testroad.bench.models;

/** The parameters describe a world that cannot be, such as more cars than a ring road holds. */
public final class UnbuildableWorld extends RuntimeException {

  private static final long serialVersionUID = 1;

  UnbuildableWorld(String message) {
    super(message);
  }
}
