package io.testroad.incident;

/** What it knows. */
public record UnitState(int count) {}
