package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Facts;
import io.testroad.finding.Findings;
import io.testroad.policy.WhatIf.Over;
import io.testroad.policy.WhatIf.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases worked out by hand: what the one rule of a pack would have taken to say something else. */
class WhatIfTest {

  @TempDir Path folder;

  private Policy pack(String on, String applies, String require) {
    try {
      Path file =
          Files.writeString(
              folder.resolve("pack.yaml"),
              """
              testroad-policy: 1
              id: tiny
              name: { en: Tiny, zh: 小 }
              parameters:
                least:
                  value: 1000
                  unit: km
                  meaning: the least
                  source: { instrument: us, grade: assumption }
                months:
                  value: 6
                  meaning: months
                  source: { instrument: us, grade: assumption }
                papers:
                  value: [identity, insurance, plan]
                  meaning: papers
                  source: { instrument: us, grade: assumption }
              rules:
                - id: it
                  title: { en: It, zh: 它 }
                  source: { instrument: us, grade: assumption }
                  on: ON
                  applies: "APPLIES"
                  require: "REQUIRE"
                  otherwise: [ { warn: no } ]
              """
                  .replace("ON\n", on + "\n")
                  .replace("APPLIES", applies)
                  .replace("REQUIRE", require));
      Findings findings = new Findings();
      return PolicyReader.read(file, findings)
          .orElseThrow(() -> new AssertionError(findings.list().toString()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> applied(String require, Object... facts) {
    return ways("declaration-applied", "true", require, World.request().and(Facts.of(facts)));
  }

  private List<String> driving(String require, Object... facts) {
    return ways("trip-requested", "true", require, World.vehicle().and(Facts.of(facts)));
  }

  private List<String> ways(String on, String applies, String require, Facts world) {
    return ways(on, applies, require, world, Verdict.HELD, Over.FACTS);
  }

  private List<String> ways(
      String on, String applies, String require, Facts world, Verdict wanted, Over over) {
    Policy policy = pack(on, applies, require);
    Facts recorded =
        policy.rule(Moment.find(on).orElseThrow(), world).stream()
            .findFirst()
            .map(Ruling::facts)
            .orElse(world.with("parameters.least", 1000.0));
    WhatIf what = policy.whatIf("it", recorded).orElseThrow();
    return what.ways(wanted, over).stream().map(WhatIfTest::told).toList();
  }

  private static String told(Way way) {
    String changes =
        way.changes().stream()
            .map(
                change ->
                    change.fact()
                        + change.conditions().stream()
                            .map(c -> " " + c.relation() + " " + c.bound())
                            .collect(Collectors.joining(",")))
            .collect(Collectors.joining(" & "));
    return way.tried() ? changes : "? " + changes;
  }

  @Test
  void aComparisonIsSolvedForEachOfItsFacts() {
    assertThat(applied("request.kmTested >= parameters.least", "request.kmTested", 812.4))
        .containsExactly("request.kmTested at-least 1000.0");
    assertThat(driving("vehicle.passengers > 2 ", "vehicle.passengers", 1))
        .containsExactly("vehicle.passengers at-least 3");
    assertThat(
            driving(
                "now <= vehicle.plate.validUntil",
                "vehicle.plate.validUntil",
                World.NOW.minusSeconds(60)))
        .containsExactlyInAnyOrder(
            "now at-most 2025-02-28T01:59:00Z",
            "vehicle.plate.validUntil at-least 2025-02-28T02:00:00Z");
  }

  @Test
  void arithmeticIsInverted() {
    assertThat(
            driving(
                "vehicle.speedMps * 2.0 - 1.0 <= road.speedLimitMps",
                "vehicle.speedMps",
                10.0,
                "road.speedLimitMps",
                9.0))
        .containsExactlyInAnyOrder(
            "vehicle.speedMps at-most 5.0", "road.speedLimitMps at-least 19.0");
    assertThat(driving("10.0 - vehicle.speedMps >= 4.0", "vehicle.speedMps", 7.0))
        .containsExactly("vehicle.speedMps at-most 6.0");
    assertThat(driving("vehicle.passengers * 2 >= 5", "vehicle.passengers", 0))
        .containsExactly("vehicle.passengers at-least 3");
    assertThat(
            driving(
                "now - vehicle.plate.validUntil <= days(2)",
                "vehicle.plate.validUntil",
                World.NOW.minusSeconds(3 * 86_400)))
        .containsExactlyInAnyOrder(
            "now at-most 2025-02-27T02:00:00Z",
            "vehicle.plate.validUntil at-least 2025-02-26T02:00:00Z");
    assertThat(driving("hourOfDay(now) >= 12.5"))
        .containsExactly("now at-least 2025-02-28T04:30:00Z");
  }

  @Test
  void monthsOfDifferentLengthAreSolvedToTheDay() {
    // 31 August is six months after 28 February only when the day before counts as the 28th
    assertThat(
            applied(
                "request.validUntil <= plusMonths(request.validFrom, parameters.months)",
                "request.validFrom",
                World.at("2025-01-15T00:00:00+08:00"),
                "request.validUntil",
                World.at("2025-08-31T00:00:00+08:00")))
        .containsExactlyInAnyOrder(
            "request.validFrom at-least 2025-02-28T16:00:00Z",
            "request.validUntil at-most 2025-07-14T16:00:00Z");
    assertThat(
            ways(
                "declaration-applied",
                "true",
                "request.validUntil <= plusMonths(request.validFrom, parameters.months)",
                World.request()
                    .and(
                        Facts.of(
                            "request.validFrom", World.at("2025-01-15T00:00:00+08:00"),
                            "request.validUntil", World.at("2025-08-31T00:00:00+08:00"))),
                Verdict.HELD,
                Over.PARAMETERS))
        .containsExactly("parameters.months at-least 8");
  }

  @Test
  void ofAndAllPartsAreNeededOfOrAny() {
    assertThat(
            applied(
                "request.hoursTested >= 240.0 && request.kmTested >= 1000.0 && request.adsLevel > 2",
                "request.hoursTested",
                100.0,
                "request.kmTested",
                10.0))
        .containsExactly("request.hoursTested at-least 240.0 & request.kmTested at-least 1000.0");
    assertThat(
            applied(
                "request.hoursTested >= 240.0 || request.kmTested >= 1000.0",
                "request.hoursTested",
                230.0,
                "request.kmTested",
                10.0))
        .containsExactly("request.hoursTested at-least 240.0", "request.kmTested at-least 1000.0");
  }

  @Test
  void factsThatAreTrueOrFalse() {
    assertThat(driving("!(vehicle.plated && vehicle.moving)"))
        .containsExactly("vehicle.moving equal false", "vehicle.plated equal false");
    assertThat(driving("vehicle.plated == false")).containsExactly("vehicle.plated equal false");
    assertThat(driving("vehicle.moving ? vehicle.passengers == 1 : false"))
        .containsExactly("vehicle.passengers equal 1");
  }

  @Test
  void membershipNamesTheItems() {
    assertThat(driving("vehicle.mode in ['manual', 'stopped']"))
        .containsExactly("vehicle.mode one-of [manual, stopped]");
    assertThat(driving("!(vehicle.mode in ['automated', 'stopped'])"))
        .containsExactly("vehicle.mode none-of [automated, stopped]");
    assertThat(driving("vehicle.mode != 'automated'"))
        .containsExactly("vehicle.mode other-than automated");
    assertThat(applied("'plan' in request.documents", "request.documents", List.of("identity")))
        .containsExactly("request.documents holds plan");
    assertThat(
            applied(
                "parameters.papers.all(paper, paper in request.documents)",
                "request.documents",
                List.of("insurance")))
        .containsExactly("request.documents holds identity, holds plan");
    assertThat(
            applied(
                "!request.documents.exists(d, d == 'plan')",
                "request.documents",
                List.of("plan", "identity")))
        .containsExactly("request.documents lacks plan");
    assertThat(applied("request.documents.exists(d, d == 'plan')", "request.documents", List.of()))
        .containsExactly("request.documents holds plan");
  }

  @Test
  void textsAreCompared() {
    assertThat(driving("vehicle.name.startsWith('taxi')"))
        .containsExactly("vehicle.name starts-with taxi");
    assertThat(driving("!vehicle.name.contains('pilot')"))
        .containsExactly("vehicle.name contains-not pilot");
  }

  @Test
  void whatHeldIsBrokenByTheNearestPart() {
    Facts world = World.vehicle().and(Facts.of("vehicle.passengers", 3, "vehicle.speedMps", 9.9));
    assertThat(
            ways(
                "trip-requested",
                "true",
                "vehicle.speedMps <= 10.0 && vehicle.passengers < 9",
                world,
                Verdict.BROKEN,
                Over.FACTS))
        .containsExactly("vehicle.speedMps more-than 10.0", "vehicle.passengers at-least 9");
  }

  @Test
  void theGuardCanSilenceTheRule() {
    assertThat(
            ways(
                "trip-requested",
                "vehicle.mode == 'automated'",
                "vehicle.passengers == 1",
                World.vehicle(),
                Verdict.SILENT,
                Over.FACTS))
        .containsExactly("vehicle.mode other-than automated");
  }

  @Test
  void aWayThatContradictsItselfIsNone() {
    assertThat(driving("vehicle.passengers > 5 && vehicle.passengers < 3")).isEmpty();
    assertThat(driving("vehicle.passengers > 5 && vehicle.passengers < 7"))
        .containsExactly("vehicle.passengers at-least 6, at-most 6");
  }

  @Test
  void whatCanNotBeSolvedIsNamedAsWritten() {
    assertThat(driving("vehicle.passengers % 2 == 1", "vehicle.passengers", 2))
        .containsExactly("? (vehicle.passengers % 2) == 1 equal true");
  }

  @Test
  void factsThatWereNotRecordedLeaveNoAnswer() {
    Policy policy = pack("trip-requested", "true", "vehicle.plated");
    assertThat(policy.whatIf("it", Facts.empty())).isEmpty();
    assertThat(policy.whatIf("it", Facts.of("vehicle.plated", "yes"))).isEmpty();
    assertThat(policy.whatIf("other", Facts.of("vehicle.plated", true))).isEmpty();
  }
}
