package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Facts;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.policy.WhatIf.Over;
import io.testroad.policy.WhatIf.Verdict;
import io.testroad.yaml.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a rule says, making a change that is suggested makes it say the other thing. */
class WhatIfPropertyTest {

  private static final Policy POLICY = PacksTest.read("cn-wuhan.yaml");

  @Provide
  Arbitrary<Facts> worlds() {
    return Arbitraries.longs()
        .flatMap(
            seed ->
                Arbitraries.of(-1.0, 0.0, 0.5, 0.999, 1.0, 1.001, 2.0)
                    .map(factor -> spoil(seed, factor)));
  }

  private static Facts spoil(long seed, double factor) {
    Map<String, Object> world = new HashMap<>(World.everything().asMap());
    java.util.Random random = new java.util.Random(seed);
    new TreeMap<>(world)
        .forEach(
            (name, value) -> {
              if (random.nextInt(3) == 0) {
                world.put(name, spoilt(name, value, factor, random));
              }
            });
    return Facts.from(world);
  }

  private static Object spoilt(String name, Object value, double factor, java.util.Random random) {
    if (value instanceof Double number) {
      return number * factor;
    }
    if (value instanceof Long whole) {
      return whole + random.nextInt(5) - 2;
    }
    if (value instanceof Boolean truth) {
      return !truth;
    }
    if (value instanceof java.time.Instant instant) {
      return instant.plusSeconds(Math.round((factor - 1) * 4_000_000));
    }
    if (value instanceof List<?> list) {
      return List.copyOf(list.subList(0, random.nextInt(list.size() + 1)));
    }
    List<String> allowed = Vocabulary.find(name).orElseThrow().values();
    return allowed.isEmpty() ? "motorcycle" : allowed.get(random.nextInt(allowed.size()));
  }

  @Property(tries = 20)
  void theSuggestedChangeFlipsTheRuling(@ForAll("worlds") Facts world) {
    for (Moment moment : Moment.values()) {
      for (Ruling ruling : POLICY.rule(moment, world)) {
        WhatIf what = POLICY.whatIf(ruling.rule(), ruling.facts()).orElseThrow();
        Verdict verdict = ruling.held() ? Verdict.HELD : Verdict.BROKEN;
        assertThat(what.verdict()).contains(verdict);
        Verdict other = ruling.held() ? Verdict.BROKEN : Verdict.HELD;
        List<Way> ways = what.ways(other, Over.FACTS);
        assertThat(ways).as(ruling.rule()).isNotEmpty();
        // what can't be solved, for instance which items a list should have, is named untried
        for (Way way : ways.stream().filter(Way::tried).toList()) {
          assertThat(after(way, moment, world, ruling.rule()))
              .as(ruling.rule() + " " + way)
              .contains(!ruling.held());
        }
        for (Way way : what.ways(Verdict.SILENT, Over.FACTS).stream().filter(Way::tried).toList()) {
          assertThat(after(way, moment, world, ruling.rule())).as(way.toString()).isEmpty();
        }
      }
    }
  }

  private static Optional<Boolean> after(Way way, Moment moment, Facts world, String rule) {
    Facts changed = world;
    for (Change change : way.changes()) {
      assertThat(change.conditions()).allMatch(condition -> condition.isMetBy(change.value()));
      changed = changed.with(change.fact(), change.value());
    }
    return POLICY.rule(moment, changed).stream()
        .filter(ruling -> ruling.rule().equals(rule))
        .findFirst()
        .map(Ruling::held);
  }

  private static final List<String> ATOMS =
      List.of(
          "vehicle.plated",
          "vehicle.moving",
          "vehicle.passengers >= 2",
          "vehicle.passengers < 1",
          "vehicle.adsLevel == 3",
          "vehicle.adsLevel != vehicle.passengers",
          "vehicle.passengers + vehicle.adsLevel > 3",
          "vehicle.adsLevel - vehicle.passengers <= 0",
          "vehicle.mode in ['manual', 'automated']",
          "vehicle.adsLevel in [1, 2]",
          "vehicle.mode == 'stopped'",
          "2 * vehicle.passengers >= vehicle.adsLevel");

  @Provide
  Arbitrary<String> expressions() {
    return Arbitraries.recursive(() -> Arbitraries.of(ATOMS), WhatIfPropertyTest::combined, 0, 4);
  }

  private static Arbitrary<String> combined(Arbitrary<String> parts) {
    return Arbitraries.oneOf(
        parts,
        parts.map(a -> "!(" + a + ")"),
        Combinators.combine(parts, parts).as((a, b) -> "(" + a + ") && (" + b + ")"),
        Combinators.combine(parts, parts).as((a, b) -> "(" + a + ") || (" + b + ")"));
  }

  @Property(tries = 200)
  void anyExpressionIsFlippedByEachWay(
      @ForAll("expressions") String text,
      @ForAll boolean plated,
      @ForAll boolean moving,
      @ForAll long random) {
    if (text.length() > 300) {
      return;
    }
    Facts facts =
        Facts.of(
            "vehicle.plated",
            plated,
            "vehicle.moving",
            moving,
            "vehicle.passengers",
            Math.floorMod(random, 4),
            "vehicle.adsLevel",
            Math.floorMod(random / 4, 4),
            "vehicle.mode",
            random % 3 == 0 ? "manual" : "stopped");
    CompiledRule rule = rule(text);
    SortedMap<String, FactType> reads = new TreeMap<>();
    rule.facts().forEach(fact -> reads.put(fact, Vocabulary.find(fact).orElseThrow().type()));
    WhatIf what = WhatIf.of(rule, reads, facts).orElseThrow();
    Verdict verdict = what.verdict().orElseThrow();
    Verdict other = verdict == Verdict.HELD ? Verdict.BROKEN : Verdict.HELD;
    for (Way way : what.ways(other, Over.FACTS)) {
      assertThat(way.tried()).isTrue();
      Map<String, Object> changed = new HashMap<>();
      way.changes().forEach(change -> changed.put(change.fact(), change.value()));
      assertThat(what.verdict(changed)).contains(other);
      for (String each : changed.keySet()) {
        Map<String, Object> fewer = new HashMap<>(changed);
        fewer.remove(each);
        assertThat(what.verdict(fewer)).as(text + " without " + each).contains(verdict);
      }
    }
  }

  private static CompiledRule rule(String require) {
    Findings findings = new Findings();
    ExpressionReader reader = new ExpressionReader(List.of(), GivenFacts.NONE, Set.of(), findings);
    Scalar written = Scalar.quoted(require, Position.of("test"));
    RawRule raw =
        new RawRule(
            Scalar.quoted("it", Position.of("test")),
            "tiny",
            new Label("It", "它"),
            new Source("us", "", Grade.ASSUMPTION, ""),
            Moment.TRIP_REQUESTED,
            "traffic-police",
            Optional.empty(),
            written,
            List.of(new Consequence.Warn("no")));
    return raw.compile(reader).orElseThrow(() -> new AssertionError(findings.list().toString()));
  }
}
