package io.testroad.incident;

/** What it knows. */
public record ScenesState(int count) {}
