package io.testroad.network;

/**
 * Where an arterial passes beneath a ring road and ramps join them: a diamond.
 *
 * <p>Each carriageway has one ramp off before the arterial and one on behind it; both meet the
 * arterial in one junction with a signal, that of the inner carriageway towards the centre, that of
 * the outer one away from it.
 *
 * @param spoke the arterial
 * @param angle where it crosses the ring road, rad
 * @param reachRad from there to where ramps begin and end, rad
 * @param innerPoint the arterial's junction on the inner side
 * @param outerPoint the arterial's junction on the outer side
 */
record ZoneInterchange(int spoke, double angle, double reachRad, int innerPoint, int outerPoint) {}
