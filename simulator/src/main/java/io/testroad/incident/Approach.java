package io.testroad.incident;

/**
 * How a unit would get to an incident.
 *
 * @param unit which
 * @param order its place among the centre's units
 * @param arrivalS how long it takes until it is there, turnout included, s
 * @param distanceM how far it is, m
 * @param way edge indices of the roads; none for a drone
 */
record Approach(UnitView unit, int order, double arrivalS, double distanceM, int[] way) {}
