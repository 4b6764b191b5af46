package io.testroad.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scene: what really happened at a place, whether or not anybody found out. The account is null
 * when the run ended before the scene did.
 *
 * @param scene its number
 * @param kind what happened
 * @param road where
 * @param beganS T0, s since the start of the run
 * @param clearedS when it blocked no lane any more, the last time; null: it never came to that
 * @param recoveredS T7, when the traffic was as before
 * @param endedS when its account was closed
 * @param laneMinutes time lanes were blocked: two lanes for a minute are two
 * @param delayVehicleHours delay of the traffic at it and before it, vehicle-hours
 * @param maxStanding most vehicles that stood at a time
 * @param riderMinutes time that riders couldn't go on
 * @param idleCo2Kg CO2 of the vehicles that stood, kg
 * @param secondaryOf the scene in whose queue it is a crash; null: it is none
 * @param incidents the incidents that were opened about it, in order of their reports
 */
@JsonPropertyOrder({
  "scene",
  "kind",
  "road",
  "beganS",
  "clearedS",
  "recoveredS",
  "endedS",
  "laneMinutes",
  "delayVehicleHours",
  "maxStanding",
  "riderMinutes",
  "idleCo2Kg",
  "secondaryOf",
  "incidents"
})
public record SceneMetrics(
    long scene,
    @Nullable String kind,
    @Nullable String road,
    @Nullable Double beganS,
    @Nullable Double clearedS,
    @Nullable Double recoveredS,
    @Nullable Double endedS,
    @Nullable Double laneMinutes,
    @Nullable Double delayVehicleHours,
    @Nullable Long maxStanding,
    @Nullable Double riderMinutes,
    @Nullable Double idleCo2Kg,
    @Nullable Long secondaryOf,
    List<String> incidents) {

  public SceneMetrics {
    incidents = List.copyOf(incidents);
  }
}
