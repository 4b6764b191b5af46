package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Pack;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * A stricter policy never lets pass what the laxer one stops: whatever rule is broken under the
 * laxer one is broken under the stricter, and one rule more only ever refuses more.
 *
 * <p>Which side of a parameter is the stricter is written down here for each of the packs for
 * Wuhan, those they extend included.
 */
class StricterPropertyTest {

  private static final Policy WUHAN = Pack.shipped("cn-wuhan");

  /** The stricter side of a parameter. */
  private enum Stricter {
    /** A least amount, or the end of a time that is closed. */
    MORE,
    /** A greatest amount, or the beginning of a time that is closed. */
    LESS
  }

  private static final Map<Stricter, Set<String>> SIDES =
      new EnumMap<>(
          Map.of(
              Stricter.MORE,
              Set.of(
                  // what must be there at the least
                  "adsLevelMin",
                  "cleanYears",
                  "demonstrationHours",
                  "demonstrationKm",
                  "driverExperienceYears",
                  "equipmentRecorderPostS",
                  "expresswayGapFastM",
                  "expresswayGapM",
                  "expresswaySignM",
                  "insuranceMinCny",
                  "officersMin",
                  "recorderItemsMin",
                  "recorderPostMinS",
                  "recorderPreMinS",
                  "recorderRealtimeMinItems",
                  "recorderRetainMinDays",
                  "restMinS",
                  "scoringPeriods",
                  "signMinM",
                  "storedCrashesMin",
                  "storedEventsMin",
                  "storedHoursMin",
                  "testItemsMin",
                  "transportRecorderPostS",
                  // until when, or below what, a rule applies
                  "eveningPeakUntil",
                  "morningPeakUntil",
                  "nightUntil",
                  "poorVisibilityM"),
              Stricter.LESS,
              Set.of(
                  // what may be there at the most
                  "appealTerm",
                  "continuousDrivingMaxS",
                  "dataGapMaxS",
                  "declarationMaxMonths",
                  "dutyDayMaxS",
                  "equipmentCycleLaneSpeed",
                  "equipmentSpeed",
                  "faultlessShareMax",
                  "fogSpeed",
                  "fogSpeedPoor",
                  "fogSpeedThick",
                  "noCentreLineSpeed",
                  "oneLaneSpeed",
                  "pilotCongestionSpeed",
                  "pilotUrbanSpeed",
                  "plateExportIssues",
                  "plateInterimMaxDays",
                  "plateMaxMonths",
                  "plateOversizeMaxDays",
                  "plateTransitIssues",
                  "plateTransitMaxDays",
                  "poorConditionsSpeed",
                  "signMaxM",
                  "speedTolerance",
                  "vehiclesPerRemoteOperator",
                  "violationsToSuspend",
                  "violationsToWithdraw",
                  // from when, or above what, a rule applies
                  "eveningPeakFrom",
                  "expresswayGapSpeed",
                  "morningPeakFrom",
                  "nightFrom")));

  /** Where one rule takes another's place: in fog the gap is another rule's than in clear air. */
  private static final Set<String> NEITHER = Set.of("fogVisibilityM", "thickFogVisibilityM");

  /** The numbers that rules read; terms of obligations are no part of rulings. */
  private static Set<String> numbersRead() {
    Set<String> read = new TreeSet<>();
    for (Rule rule : WUHAN.rules()) {
      String text = rule.applies().map(Object::toString).orElse("") + ' ' + rule.require();
      WUHAN
          .parameters()
          .values()
          .forEach(
              parameter -> {
                if (parameter.value() instanceof Number
                    && text.matches("(?s).*parameters\\." + parameter.name() + "\\b.*")) {
                  read.add(parameter.name());
                }
              });
    }
    return read;
  }

  @Test
  void everyNumberHasASide() {
    Set<String> known = new TreeSet<>(NEITHER);
    SIDES.values().forEach(known::addAll);
    assertThat(known).isEqualTo(numbersRead());
  }

  // random worlds -------------------------------------------------------------------------------

  /** A world in which many numbers, times and flags are others than where all is in order. */
  private static Facts world(RandomStream stream) {
    Map<String, Object> facts = new TreeMap<>(World.everything().asMap());
    WUHAN.given().byName().forEach((name, fact) -> facts.put(name, fact.absent()));
    long drawn = 0;
    for (var fact : facts.entrySet()) {
      if (stream.uniform(drawn++) < 0.5) {
        fact.setValue(other(fact.getKey(), fact.getValue(), stream.uniform(drawn)));
      }
      drawn++;
    }
    return Facts.from(facts);
  }

  private static Object other(String name, Object value, double draw) {
    if (value instanceof Long number) {
      return Math.round(number * 2 * draw) + (draw < 0.5 ? 0 : 1);
    } else if (value instanceof Double number) {
      return number * 2 * draw + (draw < 0.5 ? 0 : 1);
    } else if (value instanceof Instant instant) {
      return instant.plusSeconds(Math.round((draw - 0.5) * 800 * 86400));
    } else if (value instanceof Boolean) {
      return draw < 0.5;
    }
    List<String> values =
        Vocabulary.find(name).or(() -> given(name)).map(Fact::values).orElse(List.of());
    return value instanceof String && !values.isEmpty()
        ? values.get((int) (draw * values.size()))
        : value;
  }

  private static java.util.Optional<Fact> given(String name) {
    return java.util.Optional.ofNullable(WUHAN.given().byName().get(name));
  }

  private static Object stricter(Object value, Stricter side, double draw) {
    double factor = side == Stricter.MORE ? 1 + draw : 1 - draw;
    double moved = ((Number) value).doubleValue() * factor + (side == Stricter.MORE ? draw : 0);
    return value instanceof Long ? (Object) Math.round(moved) : (Object) moved;
  }

  private static Set<String> broken(RuleBook rules, Moment moment, Facts facts) {
    return Judgement.of(rules, moment, facts)
        .broken()
        .map(Ruling::rule)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Property(tries = 20)
  void whatIsBrokenStaysBroken(@ForAll long seed) {
    RandomStream stream = RandomStream.of(seed, "stricter");
    Facts world = world(stream);
    Map<Moment, Set<String>> before = new EnumMap<>(Moment.class);
    for (Moment moment : Moment.values()) {
      before.put(moment, broken(WUHAN, moment, world));
    }
    long drawn = 10_000;
    for (var side : SIDES.entrySet()) {
      for (String name : new TreeSet<>(side.getValue())) {
        Object value = WUHAN.parameters().get(name).value();
        Object moved = stricter(value, side.getKey(), stream.uniform(drawn++));
        Policy strict = WUHAN.withParameter(name, moved);
        for (Moment moment : Moment.values()) {
          assertThat(broken(strict, moment, world))
              .as(name + " " + moved + " in place of " + value + ", " + moment)
              .containsAll(before.get(moment));
        }
      }
    }
  }

  /** The tables aren't vacuous: for most parameters, there is a world in which it matters. */
  @Test
  void stricterIsStricter() {
    Set<String> mattered = new TreeSet<>();
    for (long seed = 1; seed <= 100; seed++) {
      RandomStream stream = RandomStream.of(seed, "stricter");
      Facts world = world(stream);
      for (var side : SIDES.entrySet()) {
        for (String name : side.getValue()) {
          if (!mattered.contains(name)) {
            Object value = WUHAN.parameters().get(name).value();
            Policy strict = WUHAN.withParameter(name, stricter(value, side.getKey(), 0.9));
            for (Moment moment : Moment.values()) {
              if (!broken(strict, moment, world).equals(broken(WUHAN, moment, world))) {
                mattered.add(name);
              }
            }
          }
        }
      }
    }
    int all = SIDES.values().stream().mapToInt(Set::size).sum();
    assertThat(mattered.size()).as(mattered.toString()).isGreaterThan(all / 2);
  }

  @Property(tries = 20)
  void oneRuleMoreAllowsNoMore(@ForAll long seed) {
    Facts world = world(RandomStream.of(seed, "stricter"));
    for (Moment moment : Moment.values()) {
      Judgement all = Judgement.of(WUHAN, moment, world);
      for (Ruling left : all.rulings()) {
        List<Ruling> others =
            all.rulings().stream().filter(ruling -> !ruling.equals(left)).toList();
        Judgement fewer = new Judgement(others, all.obligations());
        assertThat(all.refusals()).containsAll(fewer.refusals());
        assertThat(fewer.allows() || !all.allows()).isTrue();
      }
    }
  }
}
