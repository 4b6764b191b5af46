package io.testroad.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Pack;
import io.testroad.policy.Policy;
import io.testroad.vehicle.OperatorState;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** No shift is automated where or when the permit doesn't allow it, or it is on record. */
class B02AuditPropertyTest {

  private static Auditor auditor(RandomTown.Course course) {
    var papers = course.fleet().papers();
    return new Auditor(
        course.stage().clock(),
        course.events(),
        papers.insuredUntil(),
        papers.permit().map(OperatorState.Declared::until).orElse(Instant.EPOCH));
  }

  @Property(tries = 12)
  void noneGoesUnrecorded(@ForAll long seed) {
    RandomTown.Course course = RandomTown.play(seed);
    Auditor auditor = auditor(course);
    assertThat(auditor.audit()).isEmpty();
    if (course.fleet().conduct().heedsRefusals()) {
      assertThat(auditor.forbidden()).isZero();
    }
  }

  /** The same under the rules for Wuhan, which sanction what they find in their own way. */
  @Test
  void underTheRulesForWuhan() {
    Policy wuhan = Pack.shipped("cn-wuhan");
    int automated = 0;
    for (long seed = 1; seed <= 2; seed++) {
      Auditor auditor = auditor(RandomTown.play(seed, wuhan));
      assertThat(auditor.audit()).isEmpty();
      automated += auditor.automated();
    }
    assertThat(automated).isPositive();
  }

  /** The auditor isn't blind: in some towns many shifts are automated, and some are forbidden. */
  @Test
  void thereIsSomethingToBeFound() {
    int automated = 0;
    int forbidden = 0;
    for (long seed = 1; seed <= 4; seed++) {
      Auditor auditor = auditor(RandomTown.play(seed));
      assertThat(auditor.audit()).isEmpty();
      automated += auditor.automated();
      forbidden += auditor.forbidden();
    }
    assertThat(List.of(automated > 100, forbidden > 5))
        .as(automated + " automated, " + forbidden + " forbidden")
        .containsOnly(true);
  }
}
