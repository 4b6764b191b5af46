package io.testroad.incident;

/** A measure and when a plan takes it. */
public record PlannedMeasure(Measure measure, PlanCondition when) {}
