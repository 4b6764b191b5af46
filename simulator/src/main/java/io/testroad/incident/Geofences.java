package io.testroad.incident;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.time.Instant;

/** The emergency geofences that are ordered from outside, which the centre puts on record. */
final class Geofences {

  private Geofences() {}

  static void handle(Desk desk, VehicleLetter letter) {
    if (letter instanceof VehicleLetter.GeofenceOrdered order) {
      ordered(desk, order);
    } else if (letter instanceof VehicleLetter.GeofenceLifted lifted) {
      lifted(desk, lifted.geofence());
    } else if (letter instanceof VehicleLetter.GeofenceEnds ends) {
      CentreState.Geofence geofence = desk.geofences().find(ends.geofence());
      if (geofence != null && !geofence.until().isAfter(desk.turn().now().toInstant())) {
        lifted(desk, ends.geofence());
      }
    } else {
      throw new IllegalArgumentException(desk.self() + " does not understand " + letter);
    }
  }

  private static void ordered(Desk desk, VehicleLetter.GeofenceOrdered order) {
    Duration lasts = Desk.millis(order.lastsS());
    Instant until = desk.turn().now().toInstant().plus(lasts);
    desk.record(
        EventType.GEOFENCE_ORDERED,
        Facts.of("geofence", order.geofence(), "zone", order.zone(), "until", until));
    desk.remind(lasts, new VehicleLetter.GeofenceEnds(order.geofence()));
    desk.geofences().put(order.geofence(), new CentreState.Geofence(order.zone(), until));
  }

  private static void lifted(Desk desk, String name) {
    CentreState.Geofence geofence = desk.geofences().remove(name);
    if (geofence != null) {
      desk.record(EventType.GEOFENCE_LIFTED, Facts.of("geofence", name, "zone", geofence.zone()));
    }
  }
}
