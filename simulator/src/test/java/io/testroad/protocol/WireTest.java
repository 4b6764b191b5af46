package io.testroad.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Wire;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.units.Term;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every letter there is crosses the wire unharmed. */
class WireTest {

  private static final Instant NEW_YEAR = Instant.parse("2025-12-31T16:00:00.250Z");

  @Property(tries = 600)
  void everyLetterSurvives(@ForAll("letters") Letter letter) {
    assertThat(Wire.crossings(letter, Letter.class)).hasSize(3).containsOnly(letter);
  }

  @Test
  void wireNamesAreUnique() {
    assertThat(Wire.letterTypes().stream().map(Class::getSimpleName)).doesNotHaveDuplicates();
    assertThat(Wire.letterTypes()).allMatch(Class::isRecord);
  }

  @Test
  void aLetterInJson() {
    var filed =
        new PermitLetter.ApplicationFiled(
            3,
            PermitLetter.Matter.PLATE,
            "v1",
            Facts.of("request.validUntil", NEW_YEAR, "request.stage", "road-test", "n", 2));
    assertThat(
            Wire.json(new PermitLetter.DecisionDue(AgentId.of("operator", "fleet"), filed)) + "\n")
        .isEqualTo(
            """
            {"letter":"DecisionDue","applicant":"operator:fleet","filed":{"letter":"ApplicationFiled","application":3,"matter":"PLATE","vehicle":"v1","request":{"n":2,"request.stage":"road-test","request.validUntil":{"instant":"2025-12-31T16:00:00.250Z"}}}}
            """);
  }

  @Provide
  Arbitrary<Letter> letters() {
    return Arbitraries.of(Wire.letterTypes()).flatMap(WireTest::letter);
  }

  private static Arbitrary<Letter> letter(Class<?> type) {
    return record(type).map(Letter.class::cast);
  }

  private static Arbitrary<Object> record(Class<?> type) {
    List<Arbitrary<Object>> components =
        Stream.of(type.getRecordComponents()).map(WireTest::component).toList();
    return Combinators.combine(components).as(values -> construct(type, values));
  }

  private static Object construct(Class<?> type, List<Object> values) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      return canonical.newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type.getName(), e);
    }
  }

  private static Arbitrary<Object> component(RecordComponent component) {
    Arbitrary<Object> values =
        component.getGenericType() instanceof ParameterizedType type
            ? container(type)
            : values(component.getType());
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return nullable ? values.injectNull(0.3) : values;
  }

  private static Arbitrary<Object> container(ParameterizedType type) {
    if (type.getRawType() == SortedMap.class) {
      Arbitrary<Double> sizes = Arbitraries.of(0.0, 12.5, 1e9);
      return Arbitraries.maps(Arbitraries.of("a", "b-1", "鄂"), sizes)
          .ofMaxSize(3)
          .map(TreeMap::new);
    }
    Class<?> item = (Class<?>) type.getActualTypeArguments()[0];
    return values(item).list().ofMaxSize(3).map(list -> list);
  }

  private static Arbitrary<Object> values(Class<?> type) {
    Arbitrary<?> values;
    if (type == String.class) {
      values = Arbitraries.of("", "pilot-1", "鄂A0001试", "a \"b\"\n\\");
    } else if (type == int.class) {
      values = Arbitraries.integers();
    } else if (type == long.class) {
      values = Arbitraries.longs();
    } else if (type == double.class) {
      values = Arbitraries.of(0.0, 1.0, -0.1, 1e-300, Double.NaN, Double.POSITIVE_INFINITY);
    } else if (type == boolean.class) {
      values = Arbitraries.of(true, false);
    } else if (type == Instant.class) {
      values = Arbitraries.of(Instant.EPOCH, NEW_YEAR, Instant.MAX, Instant.ofEpochSecond(1, 1));
    } else if (type == Term.class) {
      values =
          Combinators.combine(
                  Arbitraries.longs().between(0, 100_000), Arbitraries.of(Term.Unit.class))
              .as(Term::new);
    } else if (type == Facts.class) {
      values = Arbitraries.of(Facts.empty(), facts());
    } else if (type == AgentId.class) {
      values = Arbitraries.of(AgentId.ROADS, AgentId.vehicle("v:1"));
    } else if (type.isEnum()) {
      values = Arbitraries.of(type.getEnumConstants());
    } else if (type.isRecord()) {
      values = record(type);
    } else if (type.isSealed()) {
      values = Arbitraries.of(Wire.records(type).toList()).flatMap(WireTest::record);
    } else {
      throw new AssertionError("no examples of " + type);
    }
    return values.map(Object.class::cast);
  }

  private static Facts facts() {
    return Facts.of(
        "text",
        "1",
        "whole",
        1L << 40,
        "small",
        7,
        "real",
        1.0,
        "infinite",
        Double.NEGATIVE_INFINITY,
        "flag",
        false,
        "instant",
        NEW_YEAR,
        "reasons",
        List.of("a", "b"));
  }
}
