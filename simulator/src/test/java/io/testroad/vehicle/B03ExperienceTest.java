package io.testroad.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Fleet;
import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.policy.Ruling;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What was driven, and what of it counts for the next stage. */
class B03ExperienceTest {

  private static final String START = "2025-03-03T08:00:00+08:00";
  private static final double HOUR = 3600;

  /** The ring has a kilometre of road a and three of road b; the harbour road a and road c. */
  private static Fleet fleet(String... vehicles) {
    return Fleet.of(vehicles)
        .ground("harbour", Map.of("a", 1000.0, "c", 1000.0))
        .permit("road-test", "2026-03-01T00:00:00+08:00")
        .stage("demonstration", "harbour", Optional.empty(), Period.ofMonths(6))
        .duty(Fleet.everyDay());
  }

  /** A stage on which the operator's own look at the rules is written down, and refused. */
  private static final class Look {
    private Facts last = Facts.empty();
    private final Stage stage;

    Look(Fleet fleet) {
      stage = Stage.dated(START).with(fleet.agent(rules()));
    }

    private RuleBook rules() {
      return (moment, facts) -> {
        if (moment != Moment.DECLARATION_APPLIED) {
          return List.<Ruling>of();
        }
        last = facts;
        return io.testroad.Rules.never("not-yet", moment, io.testroad.Rules.refuse("not yet"))
            .rule(moment, facts);
      };
    }

    /** The facts that the rules saw last. */
    String at(String time, String... names) {
      stage.until(time + ":00+08:00");
      TreeMap<String, Object> shown = new TreeMap<>();
      for (String name : names) {
        shown.put(name, last.find("request." + name));
      }
      return shown.toString();
    }
  }

  private static final String[] DRIVEN = {
    "hoursTested", "kmTested", "leastKm", "fleetKm", "roadsTested", "takeovers"
  };

  private static VehicleLetter.TripAccounted trip(String vehicle, String road, double km) {
    return new VehicleLetter.TripAccounted(
        vehicle,
        new TreeMap<>(Map.of(road, km * 180)),
        new TreeMap<>(Map.of(road, km * 1000)),
        600,
        5000,
        2);
  }

  /**
   * Both drive 288 km in 8 h on the ring, of which a quarter is road a: 144 km and 4 h together, 72
   * km each. Road c wasn't driven.
   */
  @Test
  void zonesCountByLength() {
    Look look = new Look(fleet("v1", "v2"));
    assertThat(look.at("2025-03-03T18:00", DRIVEN))
        .isEqualTo(
            "{fleetKm=576.0, hoursTested=4.0, kmTested=144.0, leastKm=72.0, roadsTested=false,"
                + " takeovers=0}");
  }

  /**
   * A trip of 2 km on road c, at 180 s to the km, comes into the same accounts: 0.1 h and 2 km
   * more, and the roads have all been tested now. One on a road that isn't applied for counts for
   * the fleet only.
   */
  @Test
  void tripsCountLikeShifts() {
    Look look = new Look(fleet("v1", "v2"));
    look.stage
        .tellFrom(AgentId.vehicle("v1"), 10 * HOUR, Fleet.ID, trip("v1", "c", 2))
        .tellFrom(AgentId.vehicle("v2"), 11 * HOUR, Fleet.ID, trip("v2", "z", 5));
    assertThat(look.at("2025-03-03T23:00", DRIVEN))
        .isEqualTo(
            "{fleetKm=583.0, hoursTested=4.1, kmTested=146.0, leastKm=72.0, roadsTested=true,"
                + " takeovers=4}");
  }

  /** A violation begins the count anew; what the fleet ever drove stays. */
  @Test
  void theCountBeginsAnew() {
    Look look = new Look(fleet("v1").brought(100, 1000));
    assertThat(look.at("2025-03-03T18:00", "kmTested", "hoursTested", "fleetKm", "violations"))
        .isEqualTo("{fleetKm=1288.0, hoursTested=102.0, kmTested=1072.0, violations=0}");
    look.stage.tell(20 * HOUR, Fleet.ID, new PermitLetter.ViolationNoted("v1", "limit"));
    assertThat(look.at("2025-03-04T18:00", "kmTested", "hoursTested", "fleetKm", "violations"))
        .isEqualTo("{fleetKm=1576.0, hoursTested=2.0, kmTested=72.0, violations=0}");
  }

  /** Where it goes on, violations and accidents are counted instead. */
  @Test
  void theCountGoesOn() {
    Look look = new Look(fleet("v1").keepsCount());
    look.stage.tell(
        20 * HOUR,
        Fleet.ID,
        new PermitLetter.ViolationNoted("v1", "limit"),
        new PermitLetter.ResponsibilityDetermined("v1", 1, "property-damage", "secondary"),
        new PermitLetter.ResponsibilityDetermined("v1", 2, "property-damage", "equal"),
        new PermitLetter.ResponsibilityDetermined("v1", 3, "property-damage", "none"));
    assertThat(
            look.at(
                "2025-03-04T18:00",
                "kmTested",
                "violations",
                "atFaultCollisions",
                "mainFaultCollisions"))
        .isEqualTo("{atFaultCollisions=2, kmTested=144.0, mainFaultCollisions=1, violations=1}");
  }

  /** Vehicles that aren't in the declaration don't count, however far they drove. */
  @Test
  void onlyAdmittedVehiclesCount() {
    Look look = new Look(fleet("v1", "v2").first(1));
    look.stage.tellFrom(AgentId.vehicle("v2"), 10 * HOUR, Fleet.ID, trip("v2", "c", 50));
    assertThat(look.at("2025-03-03T23:00", "kmTested", "leastKm", "roadsTested"))
        .isEqualTo("{kmTested=72.0, leastKm=72.0, roadsTested=false}");
  }

  /** A new stage begins with a new count, to which what was brought doesn't belong. */
  @Test
  void aStageBeginsTheCountAnew() {
    Look look =
        new Look(
            fleet("v1")
                .brought(0, 1000)
                .stage("commercial", "harbour", Optional.empty(), Period.ofMonths(6)));
    look.stage.tell(
        20 * HOUR,
        Fleet.ID,
        new PermitLetter.DeclarationConfirmed(
            9, "demonstration", "on-board", "harbour", Fleet.instant("2026-03-01T00:00:00+08:00")));
    assertThat(look.at("2025-03-03T18:00", "kmTested")).isEqualTo("{kmTested=1072.0}");
    // The day after they drive 288 km on the harbour's roads.
    assertThat(look.at("2025-03-04T18:00", "kmTested", "previousStage", "roadsTested"))
        .isEqualTo("{kmTested=288.0, previousStage=demonstration, roadsTested=true}");
  }
}
