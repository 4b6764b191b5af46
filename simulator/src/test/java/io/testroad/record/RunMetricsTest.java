package io.testroad.record;

import static io.testroad.record.TinyWorld.CLOCK;
import static io.testroad.record.TinyWorld.NETWORK;
import static io.testroad.record.TinyWorld.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.EventType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMetricsTest {

  @TempDir Path directory;

  private final RunMetrics metrics = new RunMetrics(CLOCK, NETWORK);

  private void add(long tick, EventType type, String subject, Object... attributes) {
    metrics.events(List.of(event(tick, type, subject, attributes)));
  }

  private void report(
      long tick, String incident, String kind, String road, String source, double latencyS) {
    add(
        tick,
        EventType.INCIDENT_REPORTED,
        "centre:c",
        "incident",
        incident,
        "kind",
        kind,
        "road",
        road,
        "lane",
        1,
        "source",
        source,
        "latencyS",
        latencyS,
        "vehicle",
        "v0");
  }

  @Test
  void aRunInFigures() throws Exception {
    for (int i = 0; i < 4; i++) {
      add(i, EventType.VEHICLE_DEPARTED, "vehicle:v" + i);
    }
    add(50, EventType.COLLISION, "vehicle:v0", "road", "a", "lane", 1, "other", "vehicle:v1");
    add(
        51,
        EventType.CONFLICT,
        "vehicle:v2",
        "kind",
        "crossing",
        "other",
        "vehicle:v1",
        "petS",
        1.25);
    add(52, EventType.HARD_BRAKING, "vehicle:v2", "decelerationMps2", 5.5);
    add(90, EventType.VEHICLE_ARRIVED, "vehicle:v2");
    add(95, EventType.VEHICLE_REMOVED, "vehicle:v1");
    add(60, EventType.RULING, "vehicle:v0", "rule", "speed", "verdict", "broken");
    add(61, EventType.RULING, "vehicle:v0", "rule", "plate", "verdict", "held");
    add(62, EventType.RULING, "vehicle:v1", "rule", "plate", "verdict", "held");
    add(62, EventType.VIOLATION_RECORDED, "vehicle:v0", "rule", "speed", "class", "minor");
    report(60, "i1", "crash", "a", "camera", 1.0);
    report(70, "i1", "crash", "a", "call", 2.0);
    add(
        80,
        EventType.INCIDENT_VERIFIED,
        "centre:c",
        "incident",
        "i1",
        "kind",
        "collision",
        "severity",
        "major");
    add(80, EventType.UNIT_DISPATCHED, "centre:c", "incident", "i1", "unit", "tow-1");
    add(180, EventType.UNIT_ARRIVED, "unit:tow-1", "incident", "i1", "unit", "tow-1");
    report(200, "i2", "vehicle-stalled", "b", "camera", 4.0);
    add(210, EventType.INCIDENT_DISMISSED, "centre:c", "incident", "i2", "reason", "shadow");
    add(100, EventType.LANE_CLOSED, "road:a", "road", "a", "lane", 1, "cause", "i1");
    add(700, EventType.LANE_REOPENED, "road:a", "road", "a", "lane", 1);
    metrics.trips(List.of(TinyWorld.trip("v2", 20), TinyWorld.trip("v5", 25)));
    Path file = directory.resolve("metrics.json");
    JsonText.write(file, metrics.at(1200));
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {
              "formatVersion": 1,
              "simulatedS": 120.0,
              "vehicles": {
                "departed": 4,
                "arrived": 1,
                "removed": 1,
                "onRoadAtEnd": 2,
                "collisions": 1
              },
              "trips": {
                "count": 2,
                "meanDurationS": 22.5,
                "meanRouteLengthM": 234.9,
                "meanTimeLossS": 7.125,
                "meanWaitingTimeS": 3.0,
                "meanDepartDelayS": 0.5
              },
              "events": {
                "collision": 1,
                "conflict": 1,
                "hard-braking": 1,
                "incident-dismissed": 1,
                "incident-reported": 3,
                "incident-verified": 1,
                "lane-closed": 1,
                "lane-reopened": 1,
                "ruling": 3,
                "unit-arrived": 1,
                "unit-dispatched": 1,
                "vehicle-arrived": 1,
                "vehicle-departed": 4,
                "vehicle-removed": 1,
                "violation-recorded": 1
              },
              "rulings": {
                "plate": {
                  "broken": 0,
                  "held": 2
                },
                "speed": {
                  "broken": 1,
                  "held": 0
                }
              },
              "violations": {
                "minor": 1
              },
              "permits": {
                "plates": {
                  "issued": 0,
                  "valid": 0,
                  "expired": 0,
                  "withdrawn": 0,
                  "returned": 0
                }
              },
              "incidents": [
                {
                  "incident": "i1",
                  "scene": null,
                  "kind": "collision",
                  "road": "a",
                  "severity": "major",
                  "plan": null,
                  "priority": null,
                  "decidedBy": null,
                  "unitsSent": 1,
                  "means": null,
                  "reportsFused": 0,
                  "leftOpen": null,
                  "at": {
                    "occurredS": 5.0,
                    "reportedS": 6.0,
                    "verifiedS": 8.0,
                    "dismissedS": null,
                    "dispatchedS": 8.0,
                    "arrivedS": 18.0,
                    "clearedS": null,
                    "lastReleasedS": null,
                    "closedS": null,
                    "recoveredS": null
                  }
                },
                {
                  "incident": "i2",
                  "scene": null,
                  "kind": "vehicle-stalled",
                  "road": "b",
                  "severity": null,
                  "plan": null,
                  "priority": null,
                  "decidedBy": null,
                  "unitsSent": 0,
                  "means": null,
                  "reportsFused": 0,
                  "leftOpen": null,
                  "at": {
                    "occurredS": 16.0,
                    "reportedS": 20.0,
                    "verifiedS": null,
                    "dismissedS": 21.0,
                    "dispatchedS": null,
                    "arrivedS": null,
                    "clearedS": null,
                    "lastReleasedS": null,
                    "closedS": null,
                    "recoveredS": null
                  }
                }
              ],
              "incidentMeans": {
                "occurredS": 0.0,
                "reportedS": 2.5,
                "verifiedS": 3.0,
                "dismissedS": 5.0,
                "dispatchedS": 3.0,
                "arrivedS": 13.0,
                "clearedS": null,
                "lastReleasedS": null,
                "closedS": null,
                "recoveredS": null
              },
              "incidentTotals": {
                "counts": {
                  "scenes": 0,
                  "found": 0,
                  "neverFound": 0,
                  "falseAlarms": 0,
                  "dismissedUnsent": 1,
                  "closed": 0,
                  "leftOpen": 1,
                  "escalated": 0,
                  "secondaryCrashes": 0
                },
                "times": {
                  "detection": {
                    "count": 2,
                    "meanS": 2.5,
                    "p95S": 4.0
                  },
                  "verification": {
                    "count": 1,
                    "meanS": 2.0,
                    "p95S": 2.0
                  },
                  "dispatch": {
                    "count": 1,
                    "meanS": 0.0,
                    "p95S": 0.0
                  },
                  "response": {
                    "count": 1,
                    "meanS": 12.0,
                    "p95S": 12.0
                  },
                  "roadwayClearance": {
                    "count": 0,
                    "meanS": null,
                    "p95S": null
                  },
                  "incidentClearance": {
                    "count": 0,
                    "meanS": null,
                    "p95S": null
                  },
                  "recovery": {
                    "count": 0,
                    "meanS": null,
                    "p95S": null
                  }
                },
                "laneMinutes": 0.0,
                "delayVehicleHours": 0.0,
                "riders": {
                  "minutes": 0.0,
                  "mostAtOnce": 0,
                  "longestS": null
                },
                "calls": {
                  "made": 0,
                  "answered": 0,
                  "abandoned": 0,
                  "meanWaitS": null
                },
                "assistance": {
                  "asked": 0,
                  "begun": 0,
                  "meanWaitS": null,
                  "p95WaitS": null,
                  "longestQueue": 0
                },
                "units": {
                  "dispatched": 1,
                  "meanDriveS": null
                }
              },
              "scenes": [ ],
              "laneClosures": {
                "totalMin": 1.0,
                "byRoadMin": {
                  "a": 1.0
                }
              },
              "conflicts": {
                "count": 1,
                "byKind": {
                  "crossing": 1
                },
                "leastTtcS": null,
                "leastPetS": 1.25,
                "mostDracMps2": null,
                "tetS": 0.0,
                "titS2": 0.0,
                "hardBrakings": 1,
                "hardestMps2": 5.5,
                "mostDeltaVMps": null
              }
            }
            """);
    assertThat(JsonText.read(Files.readAllBytes(file), Metrics.class)).isEqualTo(metrics.at(1200));
  }

  @Test
  void withoutTripsThereAreNoMeans() {
    assertThat(metrics.at(0).trips()).isEqualTo(new Metrics.Trips(0, null, null, null, null, null));
  }

  @Test
  void aWholeRoadClosedIsAllItsLanes() {
    add(0, EventType.LANE_CLOSED, "road:a", "road", "a", "lane", 0);
    add(600, EventType.LANE_CLOSED, "road:a", "road", "a", "lane", -1);
    add(900, EventType.LANE_CLOSED, "road:b", "road", "b", "lane", 0);
    add(1200, EventType.LANE_REOPENED, "road:a", "road", "a", "lane", -1);
    add(1200, EventType.LANE_REOPENED, "road:a", "road", "a", "lane", 1);
    Metrics.LaneClosures closures = metrics.at(1500).laneClosures();
    assertThat(closures.byRoadMin()).hasToString("{a=3.0, b=1.0}");
    assertThat(closures.totalMin()).isEqualTo(4.0);
  }

  @Test
  void statedVehiclesTakeThePlaceOfCountedOnes() {
    add(0, EventType.VEHICLE_DEPARTED, "vehicle:v0");
    metrics.vehicles(new Metrics.Vehicles(100, 90, 1, 9, 0));
    assertThat(metrics.at(0).vehicles()).isEqualTo(new Metrics.Vehicles(100, 90, 1, 9, 0));
  }
}
