package io.testroad.permit;

import static io.testroad.Rules.refuse;
import static io.testroad.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Fleet;
import io.testroad.Pack;
import io.testroad.Stage;
import io.testroad.policy.Moment;
import io.testroad.policy.RuleBook;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** A declaration confirmed by three bureaus together, plates, their renewals and ends. */
class A01CampaignTest {

  private static Fleet fleet(String... vehicles) {
    return Fleet.of(vehicles)
        .stage("road-test", Duration.ofDays(1), Period.ofMonths(12))
        .plates(6, 14);
  }

  /**
   * Filed on Thursday, 6 March, at noon: the police need three working days, until Tuesday; the
   * transport bureau four; the industry bureau five, until Thursday, and all have spoken. A plate
   * takes one working day. Fourteen days before the plate ends is Saturday, 30 August: accepted on
   * Monday at nine, done on Tuesday at nine. The last plate ends with the declaration, and isn't
   * renewed.
   */
  @Test
  void oneYearOfPlates() {
    Stage stage = Bureau.stage(RuleBook.NONE, fleet("v1"));
    assertThat(stage.until("2026-04-01T00:00:00+08:00").text("records"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2025-03-11 12:00:00 traffic-police records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2025-03-12 12:00:00 transport-bureau records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2025-03-13 12:00:00 industry-bureau records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2025-03-13 12:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=road-test, validUntil=2026-03-06T04:00:00Z}
            2025-03-13 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2025-03-14 12:00:00 traffic-police records plate-issued {plate=T0001, validFrom=2025-03-13T04:00:00.200Z, validUntil=2025-09-13T04:00:00.200Z, vehicle=v1}
            2025-08-30 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2025-09-02 09:00:00 traffic-police records plate-returned {plate=T0001, vehicle=v1}
            2025-09-02 09:00:00 traffic-police records plate-renewed {plate=T0002, validUntil=2026-02-28T04:00:00.200Z, vehicle=v1}
            2026-02-14 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2026-02-17 09:00:00 traffic-police records plate-returned {plate=T0002, vehicle=v1}
            2026-02-17 09:00:00 traffic-police records plate-renewed {plate=T0003, validUntil=2026-03-06T04:00:00Z, vehicle=v1}
            2026-03-06 12:00:00 industry-bureau records declaration-ended {applicant=fleet}
            """);
    assertThat(stage.fact(Fleet.ID, "operator.applications")).isEqualTo(4L);
    assertThat(stage.fact(Bureau.POLICE, "authority.platesIssued")).isEqualTo(3L);
    assertThat(stage.fact(Bureau.INDUSTRY, "authority.platesIssued")).isEqualTo(0L);
  }

  @Test
  void lettersOfOneDeclaration() {
    Stage stage = Bureau.stage(RuleBook.NONE, fleet("v1", "v2"));
    assertThat(
            stage
                .until("2025-03-20T00:00:00+08:00")
                .text("Given[", "Confirmed[", "PlateIssued[", "Ends[", "RenewalDue["))
        .isEqualTo(
            """
            2025-03-11 12:00:00 traffic-police writes authority:industry-bureau OpinionGiven[applicant=operator:fleet, application=1, reasons=[]]
            2025-03-12 12:00:00 transport-bureau writes authority:industry-bureau OpinionGiven[applicant=operator:fleet, application=1, reasons=[]]
            2025-03-13 12:00:00 industry-bureau writes operator:fleet DeclarationConfirmed[application=1, stage=road-test, crew=on-board, zone=ring, validUntil=2026-03-06T04:00:00Z]
            2025-03-13 12:00:00 industry-bureau reminds itself at 2026-03-06 12:00:00 of DeclarationEnds[applicant=operator:fleet, application=1]
            2025-03-13 12:00:00 fleet writes vehicle:v1 DeclarationConfirmed[application=1, stage=road-test, crew=on-board, zone=ring, validUntil=2026-03-06T04:00:00Z]
            2025-03-13 12:00:00 fleet writes vehicle:v2 DeclarationConfirmed[application=1, stage=road-test, crew=on-board, zone=ring, validUntil=2026-03-06T04:00:00Z]
            2025-03-14 12:00:00 traffic-police writes operator:fleet PlateIssued[vehicle=v1, plate=T0001, validFrom=2025-03-13T04:00:00.200Z, validUntil=2025-09-13T04:00:00.200Z]
            2025-03-14 12:00:00 traffic-police writes vehicle:v1 PlateIssued[vehicle=v1, plate=T0001, validFrom=2025-03-13T04:00:00.200Z, validUntil=2025-09-13T04:00:00.200Z]
            2025-03-14 12:00:00 traffic-police writes operator:fleet PlateIssued[vehicle=v2, plate=T0002, validFrom=2025-03-13T04:00:00.200Z, validUntil=2025-09-13T04:00:00.200Z]
            2025-03-14 12:00:00 traffic-police writes vehicle:v2 PlateIssued[vehicle=v2, plate=T0002, validFrom=2025-03-13T04:00:00.200Z, validUntil=2025-09-13T04:00:00.200Z]
            2025-03-14 12:00:00 fleet reminds itself at 2025-08-30 12:00:00 of RenewalDue[vehicle=v1]
            2025-03-14 12:00:00 fleet reminds itself at 2025-08-30 12:00:00 of RenewalDue[vehicle=v2]
            """);
  }

  /**
   * The declaration ends on 6 March 2026; ten days before, on Tuesday, 24 February, the next is
   * applied for, and confirmed a week later. The plate that ended with the old one, and so had no
   * timer, is renewed then at once: fourteen days before its end have passed.
   */
  @Test
  void theDeclarationIsFollowedByAnother() {
    Stage stage = Bureau.stage(RuleBook.NONE, fleet("v1").renewsDeclaration(10));
    stage.until("2026-01-31T00:00:00+08:00").text();
    assertThat(stage.until("2026-09-01T00:00:00+08:00").text("records"))
        .isEqualTo(
            """
            2026-02-14 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2026-02-17 09:00:00 traffic-police records plate-returned {plate=T0002, vehicle=v1}
            2026-02-17 09:00:00 traffic-police records plate-renewed {plate=T0003, validUntil=2026-03-06T04:00:00Z, vehicle=v1}
            2026-02-24 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2026-02-27 12:00:00 traffic-police records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2026-03-02 12:00:00 transport-bureau records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2026-03-03 12:00:00 industry-bureau records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2026-03-03 12:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=road-test, validUntil=2027-02-24T04:00:00Z}
            2026-03-03 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2026-03-04 12:00:00 traffic-police records plate-returned {plate=T0003, vehicle=v1}
            2026-03-04 12:00:00 traffic-police records plate-renewed {plate=T0004, validUntil=2026-09-03T04:00:00.300Z, vehicle=v1}
            2026-08-20 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2026-08-21 12:00:00 traffic-police records plate-returned {plate=T0004, vehicle=v1}
            2026-08-21 12:00:00 traffic-police records plate-renewed {plate=T0005, validUntil=2027-02-20T04:00:00.300Z, vehicle=v1}
            """);
  }

  /** Asked beyond declaration and insurance, a plate is refused by rules only. */
  @Test
  void platesMayBeAskedForBeyondTheDeclaration() {
    RuleBook rules =
        rule(
            "within-certificate",
            Moment.PLATE_APPLIED,
            facts ->
                !((Instant) facts.find("request.validUntil"))
                    .isAfter((Instant) facts.find("request.certificateUntil")),
            refuse("outlives"));
    Fleet fleet =
        Fleet.of("v1")
            .stage("road-test", Duration.ofDays(1), Period.ofMonths(3))
            .plates(6, 14)
            .uncapped();
    Stage stage = Bureau.stage(rules, fleet);
    assertThat(stage.until("2026-01-01T00:00:00+08:00").text("plate")).contains("outlives");
    assertThat(stage.fact(Bureau.POLICE, "authority.platesIssued")).isEqualTo(0L);
  }

  /** Plates end with the insurance where that is first; nothing is applied for after it. */
  @Test
  void platesEndWithTheInsurance() {
    Stage stage = Bureau.stage(RuleBook.NONE, fleet("v1").insured("2025-10-01T00:00:00+08:00"));
    assertThat(stage.until("2026-01-01T00:00:00+08:00").text("records plate-"))
        .isEqualTo(
            """
            2025-03-14 12:00:00 traffic-police records plate-issued {plate=T0001, validFrom=2025-03-13T04:00:00.200Z, validUntil=2025-09-13T04:00:00.200Z, vehicle=v1}
            2025-09-02 09:00:00 traffic-police records plate-returned {plate=T0001, vehicle=v1}
            2025-09-02 09:00:00 traffic-police records plate-renewed {plate=T0002, validUntil=2025-09-30T16:00:00Z, vehicle=v1}
            """);
  }

  /** Each bureau checks what is its own; all reasons of all three come back together. */
  @Test
  void refusedWithEveryReasonOfEveryBureau() {
    RuleBook rules =
        Pack.of(
            "rules:\n"
                + Pack.rule(
                    "documents",
                    "declaration-applied",
                    "industry-bureau",
                    "'plan' in request.documents",
                    "{ refuse: no plan }, { refuse: write one }")
                + Pack.rule(
                    "level", "declaration-applied", "industry-bureau", "true", "{ refuse: low }")
                + Pack.rule(
                    "roads",
                    "declaration-applied",
                    "traffic-police",
                    "size(request.roads) > 2",
                    "{ refuse: too few roads }")
                + Pack.rule(
                    "fares",
                    "declaration-applied",
                    "transport-bureau",
                    "request.stage != 'road-test'",
                    "{ refuse: no fares }"));
    Stage stage = Bureau.stage(rules, fleet("v1"));
    assertThat(stage.until("2025-06-01T00:00:00+08:00").text("records", "Refused"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2025-03-11 12:00:00 traffic-police records ruling roads broken: refuse(too few roads)
            2025-03-11 12:00:00 traffic-police records opinion-given {applicant=fleet, kind=declaration, reasons=[too few roads (roads)], verdict=against}
            2025-03-12 12:00:00 transport-bureau records ruling fares broken: refuse(no fares)
            2025-03-12 12:00:00 transport-bureau records opinion-given {applicant=fleet, kind=declaration, reasons=[no fares (fares)], verdict=against}
            2025-03-13 12:00:00 industry-bureau records ruling documents broken: refuse(no plan); refuse(write one)
            2025-03-13 12:00:00 industry-bureau records ruling level held
            2025-03-13 12:00:00 industry-bureau records opinion-given {applicant=fleet, kind=declaration, reasons=[no plan (documents), write one (documents)], verdict=against}
            2025-03-13 12:00:00 industry-bureau records application-refused {applicant=fleet, kind=declaration, reasons=[no plan (documents), write one (documents), too few roads (roads), no fares (fares)]}
            2025-03-13 12:00:00 industry-bureau writes operator:fleet ApplicationRefused[application=1, matter=DECLARATION, vehicle=, reasons=[no plan (documents), write one (documents), too few roads (roads), no fares (fares)]]
            """);
    assertThat(stage.fact(Bureau.INDUSTRY, "authority.refusals")).isEqualTo(1L);
  }

  /** One bureau that says no is enough, and it is filed again a day later, twice. */
  @Test
  void triesAgain() {
    RuleBook rules =
        Pack.of(
            "rules:\n"
                + Pack.rule(
                    "not-before-april",
                    "declaration-applied",
                    "transport-bureau",
                    "request.validFrom > timestamp('2025-03-22T00:00:00Z')",
                    "{ refuse: too early }"));
    assertThat(
            Bureau.stage(rules, fleet("v1").tries(1))
                .until("2025-06-01T00:00:00+08:00")
                .text("records application", "records declaration"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2025-03-13 12:00:00 industry-bureau records application-refused {applicant=fleet, kind=declaration, reasons=[too early (not-before-april)]}
            2025-03-14 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2025-03-21 12:00:00 industry-bureau records application-refused {applicant=fleet, kind=declaration, reasons=[too early (not-before-april)]}
            """);
    assertThat(
            Bureau.stage(rules, fleet("v1").tries(2))
                .until("2025-06-01T00:00:00+08:00")
                .text("refused {", "declaration-confirmed"))
        .isEqualTo(
            """
            2025-03-13 12:00:00 industry-bureau records application-refused {applicant=fleet, kind=declaration, reasons=[too early (not-before-april)]}
            2025-03-21 12:00:00 industry-bureau records application-refused {applicant=fleet, kind=declaration, reasons=[too early (not-before-april)]}
            2025-03-31 09:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=road-test, validUntil=2026-03-22T04:00:00.400Z}
            """);
  }

  @Test
  void aPlateRefusedForOneVehicle() {
    RuleBook rules =
        rule(
            "not-v2",
            Moment.PLATE_APPLIED,
            facts -> !facts.getString("vehicle.name").equals("v2"),
            refuse("never registered"));
    Stage stage = Bureau.stage(rules, fleet("v1", "v2").tries(1));
    assertThat(stage.until("2025-04-01T00:00:00+08:00").text("records"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2025-03-11 12:00:00 traffic-police records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2025-03-12 12:00:00 transport-bureau records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2025-03-13 12:00:00 industry-bureau records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2025-03-13 12:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=road-test, validUntil=2026-03-06T04:00:00Z}
            2025-03-13 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2025-03-13 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v2}
            2025-03-14 12:00:00 traffic-police records ruling not-v2 held
            2025-03-14 12:00:00 traffic-police records plate-issued {plate=T0001, validFrom=2025-03-13T04:00:00.200Z, validUntil=2025-09-13T04:00:00.200Z, vehicle=v1}
            2025-03-14 12:00:00 traffic-police records ruling not-v2 broken: refuse(never registered)
            2025-03-14 12:00:00 traffic-police records application-refused {applicant=fleet, kind=plate, reasons=[never registered (not-v2)], vehicle=v2}
            2025-03-15 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v2}
            2025-03-18 09:00:00 traffic-police records ruling not-v2 broken: refuse(never registered)
            2025-03-18 09:00:00 traffic-police records application-refused {applicant=fleet, kind=plate, reasons=[never registered (not-v2)], vehicle=v2}
            """);
  }

  /** Who is barred gets neither a declaration nor a plate until the bar is over. */
  @Test
  void barred() {
    RuleBook rules =
        Pack.of(
            "rules:\n"
                + Pack.rule(
                    "honest",
                    "declaration-applied",
                    "now > timestamp('2025-03-20T00:00:00Z')",
                    "{ refuse: false documents }, { bar: { months: 1 } }"));
    Fleet fleet =
        Fleet.of("v1")
            .stage("road-test", Duration.ofDays(1), Period.ofMonths(12))
            .stage("road-test", Duration.ofDays(20), Period.ofMonths(12))
            .stage("road-test", Duration.ofDays(40), Period.ofMonths(12));
    Stage stage = Bureau.stage(rules, fleet);
    assertThat(stage.until("2025-06-01T00:00:00+08:00").text("records"))
        .isEqualTo(
            """
            2025-03-06 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2025-03-11 12:00:00 traffic-police records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2025-03-12 12:00:00 transport-bureau records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2025-03-13 12:00:00 industry-bureau records ruling honest broken: refuse(false documents); bar(1)
            2025-03-13 12:00:00 industry-bureau records opinion-given {applicant=fleet, kind=declaration, reasons=[false documents (honest)], verdict=against}
            2025-03-13 12:00:00 industry-bureau records application-refused {applicant=fleet, kind=declaration, reasons=[false documents (honest)]}
            2025-03-13 12:00:00 traffic-police records applicant-barred {operator=fleet, rule=honest, until=2025-04-13T04:00:00.200Z}
            2025-03-25 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2025-03-28 12:00:00 traffic-police records opinion-given {applicant=fleet, kind=declaration, reasons=[The applicant is barred.], verdict=against}
            2025-03-31 12:00:00 transport-bureau records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2025-04-01 12:00:00 industry-bureau records ruling honest held
            2025-04-01 12:00:00 industry-bureau records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2025-04-01 12:00:00 industry-bureau records application-refused {applicant=fleet, kind=declaration, reasons=[The applicant is barred.]}
            2025-04-14 12:00:00 fleet records application-filed {applicant=fleet, kind=declaration, stage=road-test}
            2025-04-17 12:00:00 traffic-police records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2025-04-18 12:00:00 transport-bureau records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2025-04-21 12:00:00 industry-bureau records ruling honest held
            2025-04-21 12:00:00 industry-bureau records opinion-given {applicant=fleet, kind=declaration, verdict=in-favour}
            2025-04-21 12:00:00 industry-bureau records declaration-confirmed {applicant=fleet, crew=on-board, stage=road-test, validUntil=2026-04-14T04:00:00Z}
            2025-04-21 12:00:00 fleet records application-filed {applicant=fleet, kind=plate, vehicle=v1}
            2025-04-22 12:00:00 traffic-police records plate-issued {plate=T0001, validFrom=2025-04-21T04:00:00.200Z, validUntil=2025-10-21T04:00:00.200Z, vehicle=v1}
            """);
  }
}
