package io.testroad.permit;

import static io.testroad.Rules.all;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.policy.Consequence;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.PermitLetter;
import org.junit.jupiter.api.Test;

/** Violations counted, permits suspended, given back and withdrawn. */
class A02SanctionTest {

  private static final double DAY = 86400;

  private static RuleBook fromCount(String id, int count, Consequence consequence) {
    return rule(
        id,
        Moment.VIOLATION_COUNTED,
        facts -> (Long) facts.find("violations.count") < count,
        consequence);
  }

  private static Stage stage(RuleBook rules) {
    return Stage.dated(Bureau.START).with(Bureau.agent(rules));
  }

  private static PermitLetter.BreachReported breach(String rule, int days, boolean withdraw) {
    return new PermitLetter.BreachReported("v1", rule, null, "operator", days, withdraw);
  }

  private static PermitLetter.BreachReported violation(String rule) {
    return new PermitLetter.BreachReported("v1", rule, "speeding", "driver", -1, false);
  }

  @Test
  void violationsAddUpToSuspensionAndWithdrawal() {
    Stage stage =
        stage(
            all(
                fromCount("a-two-suspend", 2, new Consequence.Suspend(30)),
                fromCount("b-four-withdraw", 4, new Consequence.Withdraw())));
    for (int day = 1; day <= 5; day++) {
      stage.tell(day * 50 * DAY, Bureau.ID, violation("limit"));
    }
    assertThat(stage.until("2026-01-01T00:00:00+08:00").text())
        .isEqualTo(
            """
            2025-02-20 08:00:00 bureau records violation-recorded {addressee=driver, class=speeding, rule=limit, vehicle=v1}
            2025-02-20 08:00:00 bureau records ruling a-two-suspend held
            2025-02-20 08:00:00 bureau records ruling b-four-withdraw held
            2025-04-11 08:00:00 bureau records violation-recorded {addressee=driver, class=speeding, rule=limit, vehicle=v1}
            2025-04-11 08:00:00 bureau records ruling a-two-suspend broken: suspend(30)
            2025-04-11 08:00:00 bureau records ruling b-four-withdraw held
            2025-04-11 08:00:00 bureau records permit-suspended {rule=a-two-suspend, until=2025-05-11T00:00:00Z, vehicle=v1}
            2025-04-11 08:00:00 bureau writes vehicle:v1 PermitSuspended[rule=a-two-suspend, until=2025-05-11T00:00:00Z]
            2025-04-11 08:00:00 bureau reminds itself at 2025-05-11 08:00:00 of SuspensionEnds[vehicle=v1, serial=1]
            2025-05-11 08:00:00 bureau records permit-reinstated {vehicle=v1}
            2025-05-11 08:00:00 bureau writes vehicle:v1 PermitReinstated[]
            2025-05-31 08:00:00 bureau records violation-recorded {addressee=driver, class=speeding, rule=limit, vehicle=v1}
            2025-05-31 08:00:00 bureau records ruling a-two-suspend broken: suspend(30)
            2025-05-31 08:00:00 bureau records ruling b-four-withdraw held
            2025-05-31 08:00:00 bureau records permit-suspended {rule=a-two-suspend, until=2025-06-30T00:00:00Z, vehicle=v1}
            2025-05-31 08:00:00 bureau writes vehicle:v1 PermitSuspended[rule=a-two-suspend, until=2025-06-30T00:00:00Z]
            2025-05-31 08:00:00 bureau reminds itself at 2025-06-30 08:00:00 of SuspensionEnds[vehicle=v1, serial=2]
            2025-06-30 08:00:00 bureau records permit-reinstated {vehicle=v1}
            2025-06-30 08:00:00 bureau writes vehicle:v1 PermitReinstated[]
            2025-07-20 08:00:00 bureau records violation-recorded {addressee=driver, class=speeding, rule=limit, vehicle=v1}
            2025-07-20 08:00:00 bureau records ruling a-two-suspend broken: suspend(30)
            2025-07-20 08:00:00 bureau records ruling b-four-withdraw broken: withdraw
            2025-07-20 08:00:00 bureau records permit-suspended {rule=a-two-suspend, until=2025-08-19T00:00:00Z, vehicle=v1}
            2025-07-20 08:00:00 bureau records permit-withdrawn {rule=b-four-withdraw, vehicle=v1}
            2025-07-20 08:00:00 bureau writes vehicle:v1 PermitSuspended[rule=a-two-suspend, until=2025-08-19T00:00:00Z]
            2025-07-20 08:00:00 bureau reminds itself at 2025-08-19 08:00:00 of SuspensionEnds[vehicle=v1, serial=3]
            2025-07-20 08:00:00 bureau writes vehicle:v1 PermitWithdrawn[rule=b-four-withdraw]
            2025-09-08 08:00:00 bureau records violation-recorded {addressee=driver, class=speeding, rule=limit, vehicle=v1}
            2025-09-08 08:00:00 bureau records ruling a-two-suspend broken: suspend(30)
            2025-09-08 08:00:00 bureau records ruling b-four-withdraw broken: withdraw
            """);
  }

  @Test
  void suspendedForDaysAndReinstated() {
    Stage stage = stage(RuleBook.NONE);
    stage.tell(DAY, Bureau.ID, breach("red-light", 7, false));
    assertThat(stage.until("2025-02-01T00:00:00+08:00").text())
        .isEqualTo(
            """
            2025-01-02 08:00:00 bureau records permit-suspended {rule=red-light, until=2025-01-09T00:00:00Z, vehicle=v1}
            2025-01-02 08:00:00 bureau writes vehicle:v1 PermitSuspended[rule=red-light, until=2025-01-09T00:00:00Z]
            2025-01-02 08:00:00 bureau reminds itself at 2025-01-09 08:00:00 of SuspensionEnds[vehicle=v1, serial=1]
            2025-01-09 08:00:00 bureau records permit-reinstated {vehicle=v1}
            2025-01-09 08:00:00 bureau writes vehicle:v1 PermitReinstated[]
            """);
  }

  @Test
  void aShorterSuspensionDoesNotCutALongerOneShort() {
    Stage stage = stage(RuleBook.NONE);
    stage
        .tell(DAY, Bureau.ID, breach("red-light", 30, false))
        .tell(2 * DAY, Bureau.ID, breach("no-recorder", 7, false))
        .tell(3 * DAY, Bureau.ID, breach("hit-and-run", 60, false));
    assertThat(stage.until("2026-01-01T00:00:00+08:00").text("records"))
        .isEqualTo(
            """
            2025-01-02 08:00:00 bureau records permit-suspended {rule=red-light, until=2025-02-01T00:00:00Z, vehicle=v1}
            2025-01-04 08:00:00 bureau records permit-suspended {rule=hit-and-run, until=2025-03-05T00:00:00Z, vehicle=v1}
            2025-03-05 08:00:00 bureau records permit-reinstated {vehicle=v1}
            """);
  }

  @Test
  void aSuspensionWithoutEndStays() {
    Stage stage = stage(RuleBook.NONE);
    stage
        .tell(DAY, Bureau.ID, breach("hit-and-run", 0, false))
        .tell(2 * DAY, Bureau.ID, breach("no-recorder", 7, false));
    assertThat(stage.until("2026-01-01T00:00:00+08:00").text())
        .isEqualTo(
            """
            2025-01-02 08:00:00 bureau records permit-suspended {rule=hit-and-run, vehicle=v1}
            2025-01-02 08:00:00 bureau writes vehicle:v1 PermitSuspended[rule=hit-and-run, until=null]
            """);
  }

  @Test
  void withdrawnOnceAndForAll() {
    Stage stage = stage(RuleBook.NONE);
    stage
        .tell(DAY, Bureau.ID, breach("red-light", 7, false))
        .tell(2 * DAY, Bureau.ID, breach("deceit", -1, true))
        .tell(3 * DAY, Bureau.ID, breach("red-light", 7, false));
    assertThat(stage.until("2026-01-01T00:00:00+08:00").text())
        .isEqualTo(
            """
            2025-01-02 08:00:00 bureau records permit-suspended {rule=red-light, until=2025-01-09T00:00:00Z, vehicle=v1}
            2025-01-02 08:00:00 bureau writes vehicle:v1 PermitSuspended[rule=red-light, until=2025-01-09T00:00:00Z]
            2025-01-02 08:00:00 bureau reminds itself at 2025-01-09 08:00:00 of SuspensionEnds[vehicle=v1, serial=1]
            2025-01-03 08:00:00 bureau records permit-withdrawn {rule=deceit, vehicle=v1}
            2025-01-03 08:00:00 bureau writes vehicle:v1 PermitWithdrawn[rule=deceit]
            """);
  }

  @Test
  void aBreachWithoutSanctionIsOnlyRecordedWhenItHasAClass() {
    Stage stage = stage(RuleBook.NONE);
    stage
        .tell(DAY, Bureau.ID, breach("lights", -1, false))
        .tell(2 * DAY, Bureau.ID, violation("limit"));
    assertThat(stage.until("2026-01-01T00:00:00+08:00").text())
        .isEqualTo(
            """
            2025-01-03 08:00:00 bureau records violation-recorded {addressee=driver, class=speeding, rule=limit, vehicle=v1}
            """);
  }
}
