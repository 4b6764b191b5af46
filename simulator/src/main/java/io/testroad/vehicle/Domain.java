package io.testroad.vehicle;

import io.testroad.network.Zone;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * Where and when the system may drive under the vehicle's permit: on declared roads, at the hours
 * of their zone, within the permit's restrictions, out of emergency geofences.
 */
final class Domain {

  private static final String CLEAR = "clear";

  private final IcvSpec spec;
  private final IcvState state;
  private final OffsetDateTime now;

  Domain(IcvSpec spec, IcvState state, OffsetDateTime now) {
    this.spec = spec;
    this.state = state;
    this.now = now;
  }

  /** The zone of a name; that of the scenario's declaration when there is none of it. */
  private Zone zone(String name) {
    Zone zone = spec.zones().get(name);
    return zone == null ? spec.zone() : zone;
  }

  /** Whether a road is declared. */
  boolean isDeclared(String road) {
    return zone(state.permit().zone()).contains(road);
  }

  /** Whether the vehicle takes a road for declared: so its map says. */
  boolean isTakenForDeclared(String road) {
    IcvState.Outfit outfit = state.outfit();
    return zone(outfit.zone()).contains(road) || outfit.wrongRoads().contains(road);
  }

  /** Whether the declared roads are open at this time of day. */
  boolean isOpen() {
    return isOpen(state.permit().zone(), Duration.ZERO);
  }

  /** Whether the vehicle takes them for open some time from now: so its map says. */
  boolean isTakenForOpenIn(Duration span) {
    return isOpen(state.outfit().zone(), span);
  }

  private boolean isOpen(String name, Duration span) {
    Zone zone = zone(name);
    return zone.hours().isEmpty() || zone.isOpenAt(now.plus(span).toLocalTime());
  }

  /** Whether a road is in an emergency geofence. */
  boolean isClosed(String road) {
    for (IcvState.Geofence geofence : state.surroundings().geofences().values()) {
      if (closes(geofence, road)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an emergency geofence closes a road. */
  boolean closes(IcvState.Geofence geofence, String road) {
    Zone zone = spec.zones().get(geofence.zone());
    return geofence.roads().contains(road) || (zone != null && zone.contains(road));
  }

  /** Whether a road is in an emergency geofence, or barred by a restriction. */
  boolean isBarred(String road) {
    return isClosed(road) || state.permit().limits().barredRoad().equals(road);
  }

  private boolean allowsAnyRoad() {
    IcvState.Limits limits = state.permit().limits();
    return state.permit().status().equals("valid")
        && !limits.manual()
        && (!limits.clearWeather() || state.surroundings().weather().equals(CLEAR))
        && isTakenForOpenIn(Duration.ZERO);
  }

  /**
   * Whether the system may drive on a road. Geofences are left out: routes lead around them, and
   * out of them.
   */
  boolean allows(String road) {
    return isTakenForDeclared(road)
        && !state.permit().limits().barredRoad().equals(road)
        && allowsAnyRoad();
  }
}
