package io.testroad.incident;

/** What it knows. */
public record CentreState(int count) {}
