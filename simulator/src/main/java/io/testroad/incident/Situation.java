package io.testroad.incident;

import java.util.SortedMap;

/**
 * What a centre knows of an incident and of itself, as the conditions of its plans read it. Made by
 * {@link PlanBook#situation}.
 *
 * @param values every fact of {@link PlanFacts} and every parameter of the plan book by name;
 *     unmodifiable
 * @param severity the class the incident belongs to
 */
public record Situation(SortedMap<String, Object> values, SeverityClass severity) {}
