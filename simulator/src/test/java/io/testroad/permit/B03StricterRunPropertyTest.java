package io.testroad.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Fleet;
import io.testroad.Pack;
import io.testroad.Stage;
import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.policy.Policy;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * Under a stricter rule a fleet is granted no more in a whole run: no other declarations, no plates
 * for other vehicles, no more hours in automated mode.
 *
 * <p>It holds where nothing is filed twice and nobody is sanctioned: who is suspended early drives
 * less, so meets less bad luck, and may keep a permit that another loses.
 */
class B03StricterRunPropertyTest {

  private static String parameter(String name, String value) {
    return "  "
        + name
        + ": { value: "
        + value
        + ", meaning: a limit, source: { instrument: Town, article: \"1\", grade: assumption } }\n";
  }

  private static final Policy LAX =
      Pack.of(
          "parameters:\n"
              + parameter("plateDaysMax", "31")
              + parameter("insuranceMin", "1000.0")
              + parameter("kmMin", "0.0")
              + parameter("yearsMin", "0.0")
              + parameter("ratioMax", "10.0")
              + "rules:\n"
              + Pack.rule(
                  "plate-days",
                  "plate-applied",
                  "request.validUntil <= request.validFrom + days(parameters.plateDaysMax)",
                  "{ refuse: too long }")
              + Pack.rule(
                  "insurance",
                  "declaration-applied",
                  "request.insuranceCny >= parameters.insuranceMin",
                  "{ refuse: too low }")
              + Pack.rule(
                  "km",
                  "declaration-applied",
                  "request.stage == 'road-test' || request.kmTested >= parameters.kmMin",
                  "{ refuse: too few }")
              + Pack.rule(
                  "plated",
                  "trip-requested",
                  "vehicle.plated && now <= vehicle.plate.validUntil",
                  "{ refuse: no plate }")
              + Pack.rule(
                  "experience",
                  "trip-requested",
                  "driver.experienceYears >= parameters.yearsMin",
                  "{ refuse: too young }")
              + Pack.rule(
                  "ratio",
                  "automation-requested",
                  "operator.vehiclesPerSeat <= parameters.ratioMax",
                  "{ refuse: too many }"));

  /** For each parameter the stricter side: as far as the number goes to it. */
  private static final Map<String, Double> ENDS =
      new TreeMap<>(
          Map.of(
              "plateDaysMax", 0.0,
              "insuranceMin", 10_000.0,
              "kmMin", 30_000.0,
              "yearsMin", 10.0,
              "ratioMax", 0.0));

  /** What a fleet was granted. */
  private record Granted(Set<String> declarations, Set<String> plated, double automatedKm) {}

  private static Fleet fleet(RandomStream stream) {
    return Fleet.of("v1", "v2", "v3")
        .facts(
            Facts.of(
                "driver.experienceYears", 8 * stream.uniform(0),
                "operator.vehiclesPerSeat", 6 * stream.uniform(1)))
        .request(Facts.of("request.insuranceCny", 1000 + 8000 * stream.uniform(2)))
        .stage("road-test", Duration.ofDays(1), Period.ofMonths(10))
        .stage("demonstration", Duration.ofDays(30), Period.ofMonths(10))
        .stageWhenReady("demonstration-operation", Period.ofMonths(10))
        .plates(1, 5)
        .duty(Fleet.duty(0.9, 3, Fleet.rates(5, 0, 0, 0, 0)));
  }

  private static Granted granted(Fleet fleet, Policy policy) {
    Stage stage = Bureau.stage(policy, fleet).until(70 * 86400.0);
    Set<String> declarations = new TreeSet<>();
    Set<String> plated = new TreeSet<>();
    double km = 0;
    for (Event event : stage.events()) {
      Facts facts = event.attributes();
      if (event.type() == EventType.DECLARATION_CONFIRMED) {
        declarations.add(facts.getString("stage"));
      } else if (event.type() == EventType.PLATE_ISSUED) {
        plated.add(facts.getString("vehicle"));
      } else if (event.type() == EventType.DUTY_DAY) {
        km += (Double) facts.find("automatedKm");
      }
    }
    return new Granted(declarations, plated, km);
  }

  private static Policy moved(String name, double share) {
    Object value = LAX.parameters().get(name).value();
    double lax = ((Number) value).doubleValue();
    double moved = lax + share * (ENDS.get(name) - lax);
    return LAX.withParameter(name, value instanceof Long ? (Object) (long) moved : (Object) moved);
  }

  @Property(tries = 4)
  void nothingMoreIsGranted(@ForAll long seed) {
    RandomStream stream = RandomStream.of(seed, "run");
    Fleet fleet = fleet(stream);
    Granted lax = granted(fleet, LAX);
    long drawn = 10;
    for (String name : ENDS.keySet()) {
      Granted strict = granted(fleet, moved(name, stream.uniform(drawn++)));
      assertThat(lax.declarations()).as(name).containsAll(strict.declarations());
      assertThat(lax.plated()).as(name).containsAll(strict.plated());
      assertThat(strict.automatedKm()).as(name).isLessThanOrEqualTo(lax.automatedKm() + 1e-6);
    }
  }

  /** At its end each of them takes something away. */
  @Test
  void eachMatters() {
    Fleet fleet = fleet(RandomStream.of(3, "run"));
    Granted lax = granted(fleet, LAX);
    assertThat(lax.declarations()).hasSize(3);
    assertThat(lax.plated()).hasSize(3);
    for (String name : ENDS.keySet()) {
      assertThat(granted(fleet, moved(name, 1))).as(name).isNotEqualTo(lax);
    }
  }
}
