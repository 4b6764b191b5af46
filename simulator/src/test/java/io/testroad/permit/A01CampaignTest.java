package io.testroad.permit;

import static io.testroad.Rules.all;
import static io.testroad.Rules.refuse;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import io.testroad.vehicle.OperatorAgent;
import io.testroad.vehicle.OperatorSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An operator's campaign: a declaration for the fleet, plates, renewals. */
class A01CampaignTest {

  private static final AgentId OPERATOR = AgentId.of("operator", "fleet");

  private static Stage stage(String until, int plateMonths, RuleBook rules, String... vehicles) {
    var campaign =
        new OperatorSpec.Campaign(
            Duration.ofDays(1),
            Bureau.ID,
            Bureau.ID,
            Facts.of("request.stage", "road-test", "request.distanceKm", 1200.0),
            OffsetDateTime.parse(until).toInstant(),
            plateMonths,
            Optional.of(Duration.ofDays(14)));
    var spec =
        new OperatorSpec(
            "fleet", List.of(vehicles), 0, Duration.ZERO, List.of(), Optional.of(campaign));
    return Stage.dated(Bureau.START)
        .with(Bureau.agent(rules))
        .with(new OperatorAgent(spec, RandomStream.of(7, "service")));
  }

  @Test
  void eighteenMonthsOfPlates() {
    Stage stage = stage("2026-07-02T00:00:00+08:00", 6, RuleBook.NONE, "v1", "v2");
    stage.until("2027-01-01T00:00:00+08:00");
    assertThat(stage.text("records"))
        .isEqualTo(
            """
            2025-01-02 08:00:00 fleet records application-filed {applicant=fleet, kind=declaration}
            2025-01-12 08:00:00 bureau records declaration-confirmed {applicant=fleet, stage=road-test, validUntil=2026-07-01T16:00:00Z}
            2025-01-12 08:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2025-01-12 08:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v2}
            2025-01-13 08:00:00 bureau records plate-issued {plate=T0001, validFrom=2025-01-12T00:00:00.200Z, validUntil=2025-07-12T00:00:00.200Z, vehicle=v1}
            2025-01-13 08:00:00 bureau records plate-issued {plate=T0002, validFrom=2025-01-12T00:00:00.200Z, validUntil=2025-07-12T00:00:00.200Z, vehicle=v2}
            2025-06-28 08:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2025-06-28 08:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v2}
            2025-06-29 08:00:00 bureau records plate-renewed {plate=T0003, validUntil=2025-12-28T00:00:00.200Z, vehicle=v1}
            2025-06-29 08:00:00 bureau records plate-renewed {plate=T0004, validUntil=2025-12-28T00:00:00.200Z, vehicle=v2}
            2025-12-14 08:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2025-12-14 08:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v2}
            2025-12-15 08:00:00 bureau records plate-renewed {plate=T0005, validUntil=2026-06-14T00:00:00.200Z, vehicle=v1}
            2025-12-15 08:00:00 bureau records plate-renewed {plate=T0006, validUntil=2026-06-14T00:00:00.200Z, vehicle=v2}
            2026-05-31 08:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2026-05-31 08:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v2}
            2026-06-01 08:00:00 bureau records plate-renewed {plate=T0007, validUntil=2026-07-01T16:00:00Z, vehicle=v1}
            2026-06-01 08:00:00 bureau records plate-renewed {plate=T0008, validUntil=2026-07-01T16:00:00Z, vehicle=v2}
            """);
    assertThat(stage.fact(OPERATOR, "operator.applications")).isEqualTo(9L);
    assertThat(stage.fact(Bureau.ID, "authority.platesIssued")).isEqualTo(8L);
  }

  @Test
  void lettersOfOnePlate() {
    Stage stage = stage("2025-03-01T00:00:00+08:00", 1, RuleBook.NONE, "v1");
    stage.until("2027-01-01T00:00:00+08:00");
    assertThat(stage.text("writes", "reminds"))
        .isEqualTo(
            """
            2025-01-01 08:00:00 fleet reminds itself at 2025-01-02 08:00:00 of CampaignDue[]
            2025-01-02 08:00:00 fleet writes authority:bureau ApplicationFiled[application=1, matter=DECLARATION, vehicle=, request={request.certificateUntil=1970-01-01T00:00:00Z, request.distanceKm=1200.0, request.kind=declaration, request.stage=road-test, request.validFrom=2025-01-02T00:00:00Z, request.validUntil=2025-02-28T16:00:00Z, vehicle.name=}]
            2025-01-02 08:00:00 bureau reminds itself at 2025-01-12 08:00:00 of DecisionDue[applicant=operator:fleet, filed=ApplicationFiled[application=1, matter=DECLARATION, vehicle=, request={request.certificateUntil=1970-01-01T00:00:00Z, request.distanceKm=1200.0, request.kind=declaration, request.stage=road-test, request.validFrom=2025-01-02T00:00:00Z, request.validUntil=2025-02-28T16:00:00Z, vehicle.name=}]]
            2025-01-12 08:00:00 bureau writes operator:fleet DeclarationConfirmed[application=1, validUntil=2025-02-28T16:00:00Z]
            2025-01-12 08:00:00 fleet writes vehicle:v1 DeclarationConfirmed[application=1, validUntil=2025-02-28T16:00:00Z]
            2025-01-12 08:00:00 fleet writes authority:bureau ApplicationFiled[application=2, matter=PLATE, vehicle=v1, request={request.certificateUntil=2025-02-28T16:00:00Z, request.distanceKm=1200.0, request.kind=plate, request.stage=road-test, request.validFrom=2025-01-12T00:00:00.200Z, request.validUntil=2025-02-12T00:00:00.200Z, vehicle.name=v1}]
            2025-01-12 08:00:00 bureau reminds itself at 2025-01-13 08:00:00 of DecisionDue[applicant=operator:fleet, filed=ApplicationFiled[application=2, matter=PLATE, vehicle=v1, request={request.certificateUntil=2025-02-28T16:00:00Z, request.distanceKm=1200.0, request.kind=plate, request.stage=road-test, request.validFrom=2025-01-12T00:00:00.200Z, request.validUntil=2025-02-12T00:00:00.200Z, vehicle.name=v1}]]
            2025-01-13 08:00:00 bureau writes operator:fleet PlateIssued[vehicle=v1, plate=T0001, validFrom=2025-01-12T00:00:00.200Z, validUntil=2025-02-12T00:00:00.200Z]
            2025-01-13 08:00:00 bureau writes vehicle:v1 PlateIssued[vehicle=v1, plate=T0001, validFrom=2025-01-12T00:00:00.200Z, validUntil=2025-02-12T00:00:00.200Z]
            2025-01-13 08:00:00 fleet reminds itself at 2025-01-29 08:00:00 of RenewalDue[vehicle=v1]
            2025-01-29 08:00:00 fleet writes authority:bureau ApplicationFiled[application=3, matter=PLATE, vehicle=v1, request={request.certificateUntil=2025-02-28T16:00:00Z, request.distanceKm=1200.0, request.kind=plate, request.stage=road-test, request.validFrom=2025-01-29T00:00:00.200Z, request.validUntil=2025-02-28T00:00:00.200Z, vehicle.name=v1}]
            2025-01-29 08:00:00 bureau reminds itself at 2025-01-30 08:00:00 of DecisionDue[applicant=operator:fleet, filed=ApplicationFiled[application=3, matter=PLATE, vehicle=v1, request={request.certificateUntil=2025-02-28T16:00:00Z, request.distanceKm=1200.0, request.kind=plate, request.stage=road-test, request.validFrom=2025-01-29T00:00:00.200Z, request.validUntil=2025-02-28T00:00:00.200Z, vehicle.name=v1}]]
            2025-01-30 08:00:00 bureau writes operator:fleet PlateIssued[vehicle=v1, plate=T0002, validFrom=2025-01-29T00:00:00.200Z, validUntil=2025-02-28T00:00:00.200Z]
            2025-01-30 08:00:00 bureau writes vehicle:v1 PlateIssued[vehicle=v1, plate=T0002, validFrom=2025-01-29T00:00:00.200Z, validUntil=2025-02-28T00:00:00.200Z]
            2025-01-30 08:00:00 fleet reminds itself at 2025-02-14 08:00:00 of RenewalDue[vehicle=v1]
            2025-02-14 08:00:00 fleet writes authority:bureau ApplicationFiled[application=4, matter=PLATE, vehicle=v1, request={request.certificateUntil=2025-02-28T16:00:00Z, request.distanceKm=1200.0, request.kind=plate, request.stage=road-test, request.validFrom=2025-02-14T00:00:00.200Z, request.validUntil=2025-02-28T16:00:00Z, vehicle.name=v1}]
            2025-02-14 08:00:00 bureau reminds itself at 2025-02-15 08:00:00 of DecisionDue[applicant=operator:fleet, filed=ApplicationFiled[application=4, matter=PLATE, vehicle=v1, request={request.certificateUntil=2025-02-28T16:00:00Z, request.distanceKm=1200.0, request.kind=plate, request.stage=road-test, request.validFrom=2025-02-14T00:00:00.200Z, request.validUntil=2025-02-28T16:00:00Z, vehicle.name=v1}]]
            2025-02-15 08:00:00 bureau writes operator:fleet PlateIssued[vehicle=v1, plate=T0003, validFrom=2025-02-14T00:00:00.200Z, validUntil=2025-02-28T16:00:00Z]
            2025-02-15 08:00:00 bureau writes vehicle:v1 PlateIssued[vehicle=v1, plate=T0003, validFrom=2025-02-14T00:00:00.200Z, validUntil=2025-02-28T16:00:00Z]
            """);
  }

  @Test
  void refusedWithEveryReason() {
    RuleBook rules =
        all(
            rule(
                "a-enough-kilometres",
                Moment.DECLARATION_APPLIED,
                facts -> facts.find("request.distanceKm") instanceof Double km && km >= 5000,
                refuse("too-few-test-kilometres")),
            rule(
                "b-stage-by-stage",
                Moment.DECLARATION_APPLIED,
                facts -> !facts.getString("request.stage").equals("road-test"),
                refuse("stage-is-over"),
                refuse("apply-for-demonstration")),
            rule("c-fine", Moment.DECLARATION_APPLIED, facts -> true, refuse("never")));
    Stage stage = stage("2026-07-02T00:00:00+08:00", 6, rules, "v1");
    stage.until("2027-01-01T00:00:00+08:00");
    assertThat(stage.text("records", "Refused"))
        .isEqualTo(
            """
            2025-01-02 08:00:00 fleet records application-filed {applicant=fleet, kind=declaration}
            2025-01-12 08:00:00 bureau records ruling a-enough-kilometres broken: refuse(too-few-test-kilometres)
            2025-01-12 08:00:00 bureau records ruling b-stage-by-stage broken: refuse(stage-is-over); refuse(apply-for-demonstration)
            2025-01-12 08:00:00 bureau records ruling c-fine held
            2025-01-12 08:00:00 bureau records application-refused {applicant=fleet, kind=declaration, reasons=[too-few-test-kilometres (a-enough-kilometres), stage-is-over (b-stage-by-stage), apply-for-demonstration (b-stage-by-stage)]}
            2025-01-12 08:00:00 bureau writes operator:fleet ApplicationRefused[application=1, matter=DECLARATION, vehicle=, reasons=[too-few-test-kilometres (a-enough-kilometres), stage-is-over (b-stage-by-stage), apply-for-demonstration (b-stage-by-stage)]]
            """);
    assertThat(stage.fact(Bureau.ID, "authority.refusals")).isEqualTo(1L);
  }

  @Test
  void aPlateRefusedForOneVehicle() {
    RuleBook rules =
        rule(
            "certificate-first",
            Moment.PLATE_APPLIED,
            facts ->
                facts.find("request.certificateUntil") instanceof Instant certified
                    && facts.find("request.validUntil") instanceof Instant until
                    && !until.isAfter(certified)
                    && !facts.getString("vehicle.name").equals("v2"),
            refuse("no-certificate"));
    Stage stage = stage("2025-06-01T00:00:00+08:00", 6, rules, "v1", "v2");
    stage.until("2027-01-01T00:00:00+08:00");
    assertThat(stage.text("plate", "refused"))
        .isEqualTo(
            """
            2025-01-12 08:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2025-01-12 08:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v2}
            2025-01-12 08:00:00 fleet writes authority:bureau ApplicationFiled[application=2, matter=PLATE, vehicle=v1, request={request.certificateUntil=2025-05-31T16:00:00Z, request.distanceKm=1200.0, request.kind=plate, request.stage=road-test, request.validFrom=2025-01-12T00:00:00.200Z, request.validUntil=2025-05-31T16:00:00Z, vehicle.name=v1}]
            2025-01-12 08:00:00 fleet writes authority:bureau ApplicationFiled[application=3, matter=PLATE, vehicle=v2, request={request.certificateUntil=2025-05-31T16:00:00Z, request.distanceKm=1200.0, request.kind=plate, request.stage=road-test, request.validFrom=2025-01-12T00:00:00.200Z, request.validUntil=2025-05-31T16:00:00Z, vehicle.name=v2}]
            2025-01-12 08:00:00 bureau reminds itself at 2025-01-13 08:00:00 of DecisionDue[applicant=operator:fleet, filed=ApplicationFiled[application=2, matter=PLATE, vehicle=v1, request={request.certificateUntil=2025-05-31T16:00:00Z, request.distanceKm=1200.0, request.kind=plate, request.stage=road-test, request.validFrom=2025-01-12T00:00:00.200Z, request.validUntil=2025-05-31T16:00:00Z, vehicle.name=v1}]]
            2025-01-12 08:00:00 bureau reminds itself at 2025-01-13 08:00:00 of DecisionDue[applicant=operator:fleet, filed=ApplicationFiled[application=3, matter=PLATE, vehicle=v2, request={request.certificateUntil=2025-05-31T16:00:00Z, request.distanceKm=1200.0, request.kind=plate, request.stage=road-test, request.validFrom=2025-01-12T00:00:00.200Z, request.validUntil=2025-05-31T16:00:00Z, vehicle.name=v2}]]
            2025-01-13 08:00:00 bureau records plate-issued {plate=T0001, validFrom=2025-01-12T00:00:00.200Z, validUntil=2025-05-31T16:00:00Z, vehicle=v1}
            2025-01-13 08:00:00 bureau records application-refused {applicant=fleet, kind=plate, reasons=[no-certificate (certificate-first)], vehicle=v2}
            2025-01-13 08:00:00 bureau writes operator:fleet PlateIssued[vehicle=v1, plate=T0001, validFrom=2025-01-12T00:00:00.200Z, validUntil=2025-05-31T16:00:00Z]
            2025-01-13 08:00:00 bureau writes vehicle:v1 PlateIssued[vehicle=v1, plate=T0001, validFrom=2025-01-12T00:00:00.200Z, validUntil=2025-05-31T16:00:00Z]
            """);
  }
}
