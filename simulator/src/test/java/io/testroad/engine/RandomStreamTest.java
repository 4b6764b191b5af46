package io.testroad.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  private static final RandomStream STREAM = RandomStream.of(7, "reactions");

  /** Golden: were these to change, every recorded run would. */
  @Test
  void knownValues() {
    StringBuilder values = new StringBuilder();
    RandomStream pilot = RandomStream.of(7, "reactions", "pilot");
    for (int i = 0; i < 3; i++) {
      values.append(Long.toHexString(STREAM.bits(i))).append(' ');
      values.append(STREAM.uniform(i)).append(' ');
      values.append(pilot.gaussian(i)).append(' ');
      values.append(pilot.exponential(i, 10)).append('\n');
    }
    values.append(Long.toHexString(RandomStream.hash("pilot"))).append('\n');
    assertThat(values.toString())
        .isEqualTo(
            """
            9b99a0bc55e8a0dd 0.6078129253200211 1.351306435661382 9.192765061164852
            c58d680c8394bf80 0.771688941054509 -1.273381769398298 0.13237867922555924
            c2ebc7dc19ce6c3f 0.7614102280002101 -0.6480845816358459 15.264467500480146
            1d4a5051b4621619
            """);
  }

  /** The finaliser as published: the first outputs of SplitMix64 seeded with 0. */
  @Test
  void mixIsThatOfSplitMix64() {
    assertThat(RandomStream.mix(0x9E3779B97F4A7C15L)).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(RandomStream.mix(0x3C6EF372FE94F82AL)).isEqualTo(0x6E789E6AA1B965F4L);
  }

  @Test
  void uniformIsUniform() {
    int n = 100_000;
    int[] bins = new int[10];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double u = STREAM.uniform(i);
      assertThat(u >= 0 && u < 1).isTrue();
      bins[(int) (10 * u)]++;
      sum += u;
    }
    double chiSquare = 0;
    for (int bin : bins) {
      chiSquare += Math.pow(bin - n / 10.0, 2) / (n / 10.0);
    }
    assertThat(chiSquare).isLessThan(27.9); // 0.999 quantile at nine degrees of freedom
    assertThat(sum / n).isCloseTo(0.5, within(0.003));
  }

  @Test
  void gaussianAndExponentialHaveTheirMoments() {
    int n = 100_000;
    double sum = 0;
    double squares = 0;
    double waits = 0;
    for (int i = 0; i < n; i++) {
      double g = STREAM.gaussian(i);
      sum += g;
      squares += g * g;
      waits += STREAM.exponential(i, 20);
    }
    assertThat(sum / n).isCloseTo(0, within(0.01));
    assertThat(squares / n).isCloseTo(1, within(0.015));
    assertThat(waits / n).isCloseTo(20, within(0.2));
  }

  @Test
  void seedsNamesAndEntitiesMakeDifferentStreams() {
    Set<Long> first = new HashSet<>();
    for (int seed = 0; seed < 10; seed++) {
      for (String name : new String[] {"a", "b", "reactions"}) {
        for (String entity : new String[] {"", "v1", "v2"}) {
          first.add(RandomStream.of(seed, name, entity).bits(0));
        }
      }
    }
    assertThat(first).hasSize(90);
  }

  @Property
  void whatWasAskedBeforeDoesNotMatter(
      @ForAll long seed, @ForAll long entity, @ForAll long counter, @ForAll long before) {
    RandomStream stream = RandomStream.of(seed, "s");
    long fresh = RandomStream.of(seed, "s").forEntity(entity).bits(counter);
    stream.bits(before);
    stream.forEntity(before).uniform(before);
    assertThat(stream.forEntity(entity).bits(counter)).isEqualTo(fresh);
    assertThat(stream.uniform(entity, counter))
        .isEqualTo(stream.forEntity(entity).uniform(counter));
  }
}
