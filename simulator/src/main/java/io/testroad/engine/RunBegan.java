package io.testroad.engine;

/** The first letter every agent gets, at tick 0: the moment to set timers and file applications. */
public record RunBegan() implements Letter {}
