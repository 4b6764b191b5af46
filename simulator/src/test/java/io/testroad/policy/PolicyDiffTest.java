package io.testroad.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PolicyDiffTest {

  private static final Policy NATIONAL = PacksTest.read("cn-national.yaml");
  private static final Policy WUHAN = PacksTest.read("cn-wuhan.yaml");

  @Test
  void aPolicyIsEqualToItself() {
    assertThat(PolicyDiff.of(WUHAN, PacksTest.read("cn-wuhan.yaml")).isEmpty()).isTrue();
  }

  @Test
  void parametersRulesAndMomentsAreCompared() {
    Policy changed = NATIONAL.withParameter("plateMaxMonths", 12);
    PolicyDiff diff = PolicyDiff.of(NATIONAL, changed);
    assertThat(diff.rules()).isEmpty();
    assertThat(diff.moments()).isEmpty();
    assertThat(diff.parameters())
        .singleElement()
        .satisfies(
            p -> {
              assertThat(p.name()).isEqualTo("plateMaxMonths");
              assertThat(p.kind()).isEqualTo(PolicyDiff.Kind.CHANGED);
              assertThat(p.parts()).containsExactly("value", "source");
            });
    assertThat(PolicyDiff.of(Policy.none(), NATIONAL).moments())
        .extracting(PolicyDiff.MomentChange::kind)
        .containsOnly(PolicyDiff.Kind.ADDED);
  }

  @Test
  void whatAPackPutsInThePlaceOfInheritedRulesIsNamed() {
    PolicyDiff diff = PolicyDiff.of(NATIONAL, WUHAN);
    PolicyDiff.RuleChange speed =
        diff.rules().stream().filter(r -> r.id().equals("speed-limit")).findFirst().orElseThrow();
    assertThat(speed.parts().keySet()).containsExactly("applies", "pack", "source", "title");
    assertThat(speed.parts().get("applies"))
        .isEqualTo(new PolicyDiff.Part("", "vehicle.safetyDriver == 'on-board'"));
    assertThat(PolicyDiff.of(WUHAN, NATIONAL).rules())
        .filteredOn(r -> r.kind() == PolicyDiff.Kind.REMOVED)
        .extracting(PolicyDiff.RuleChange::id)
        .contains("wuhan-avoid-peaks");
  }

  @Test
  void theChainNamesTheFilesOfAPack() {
    assertThat(PackChain.of(Path.of("..", "scenarios", "policies", "cn-wuhan.yaml")))
        .extracting(PackFile::id)
        .containsExactly("cn-wuhan", "cn-national", "cn-traffic-law");
    assertThat(PackChain.of(Path.of("not-there.yaml"))).isEmpty();
  }
}
