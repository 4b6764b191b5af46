package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes to the centre above: support, and the command. */
class C04HandOverTest {

  private static final Facts HURT = Facts.of(SceneFacts.INJURED, 1, SceneFacts.CAN_MOVE, true);

  private static final IncidentLetter.Reported STALL =
      Precinct.telemetry(Precinct.stall("arterial-east-1", 0, 200, "v"));

  private static final IncidentLetter.Reported CRASH =
      Precinct.telemetry(Precinct.sight("collision", "arterial-east-1", 0, 200, HURT, "v"));

  /** Plans by which the city commands wherever somebody is injured. */
  private static PlanBook plans() {
    PlanBook book = StandardPlans.BOOK;
    List<SeverityClass> severities =
        book.severities().stream()
            .map(
                each ->
                    new SeverityClass(
                        each.name(),
                        each.when(),
                        each.priority(),
                        each.name().equals("life") ? CentreLevel.CITY : each.level()))
            .toList();
    return new PlanBook(book.id(), book.label(), book.parameters(), severities, book.plans());
  }

  @Test
  void theCityLendsWhatTheDistrictHasNot() {
    UnitSpec lent = Precinct.unit("tow-c", UnitKind.TOW_TRUCK, "arterial-east-0", Precinct.CITY);
    Stage stage =
        Precinct.stage(Precinct.below(Precinct.PLAIN)).with(Precinct.agent(Precinct.city(lent)));
    stage
        .tell(10, Precinct.CENTRE, STALL)
        .tell(100, Precinct.CENTRE, new IncidentLetter.UnitOnScene(1, "tow-c"))
        .tell(200, Precinct.CENTRE, new IncidentLetter.UnitDone(1, "tow-c"))
        .tell(200, Precinct.CITY, new IncidentLetter.UnitFree("tow-c", "arterial-east-1", 185));
    stage.until(300);
    assertThat(
            stage
                .text("unavailable", "Support", "support", "dispatched", "arrived", "closed")
                .lines()
                .map(line -> line.replaceAll("[{\\[].*", "")))
        .containsExactly(
            "10.0 district records unit-unavailable of incident:1 ",
            "10.0 district writes centre:city SupportAsked",
            "10.1 city records unit-dispatched of incident:1 ",
            "10.1 city records support-given of incident:1 ",
            "10.1 city writes centre:district SupportAnswered",
            "100.0 district records unit-arrived of incident:1 ",
            "200.0 district records incident-closed of incident:1 ",
            "200.0 district writes centre:city IncidentTold");
    assertThat(stage.fact(Precinct.CITY, "centre.freeUnits")).isEqualTo(1L);
  }

  @Test
  void whereTheCityHasNoneEither() {
    Stage stage =
        Precinct.stage(Precinct.below(Precinct.PLAIN)).with(Precinct.agent(Precinct.city()));
    stage.tell(10, Precinct.CENTRE, STALL).until(100);
    assertThat(stage.text("Support"))
        .contains("10.1 city writes centre:district SupportAnswered[incident=1, task=tow, unit=]");
  }

  @Test
  void aLongWaitIsToldAbove() {
    UnitSpec lent = Precinct.unit("tow-c", UnitKind.TOW_TRUCK, "arterial-east-0", Precinct.CITY);
    Stage stage =
        Precinct.stage(
                Precinct.below(
                    Precinct.with(Precinct.PLAIN, Precinct.tow("tow-1", "arterial-east-0"))))
            .with(Precinct.agent(Precinct.city(lent)));
    stage
        .tell(10, Precinct.CENTRE, STALL)
        .tell(
            20, Precinct.CENTRE, Precinct.telemetry(Precinct.stall("arterial-west-1", 0, 200, "w")))
        .until(700);
    assertThat(stage.text("SupportAsked")).startsWith("620.0 district writes centre:city");
  }

  @Test
  void theCityTakesTheCommandWithUnitsAndMeasures() {
    CentreSpec district =
        Precinct.below(
            Precinct.with(
                Precinct.with(Precinct.PLAIN, plans()),
                Precinct.tow("tow-1", "arterial-east-0"),
                Precinct.patrol("patrol-1", "arterial-east-0"),
                Precinct.unit("ambulance-1", UnitKind.AMBULANCE, "arterial-east-0")));
    Stage stage =
        Precinct.stage(district).with(Precinct.agent(Precinct.with(Precinct.city(), plans())));
    stage
        .tell(10, Precinct.CENTRE, STALL)
        .tellFrom(
            AgentId.vehicle("tow-1"),
            50,
            Precinct.CENTRE,
            new IncidentLetter.UnitOnScene(1, "tow-1"))
        .tell(60, Precinct.CENTRE, CRASH)
        .tellFrom(
            AgentId.vehicle("patrol-1"),
            100,
            Precinct.CITY,
            new IncidentLetter.UnitOnScene(1, "patrol-1"))
        .tellFrom(
            AgentId.vehicle("ambulance-1"),
            100,
            Precinct.CITY,
            new IncidentLetter.UnitOnScene(1, "ambulance-1"))
        .tell(
            200,
            Precinct.CITY,
            new IncidentLetter.UnitDone(1, "patrol-1"),
            new IncidentLetter.UnitDone(1, "ambulance-1"))
        .tell(210, Precinct.CENTRE, new IncidentLetter.UnitDone(1, "tow-1"));
    stage.until(300);
    assertThat(
            stage
                .text(
                    "escalated",
                    "handed",
                    "Support",
                    "support",
                    "dispatched",
                    "Lane",
                    "released",
                    "closed")
                .lines()
                .map(line -> line.replaceAll("[{\\[].*", "")))
        .containsExactly(
            "10.0 district records unit-dispatched of incident:1 ",
            "10.0 district decides CloseLane",
            "60.0 district records incident-escalated of incident:1 ",
            "60.0 district records command-handed-over of incident:1 ",
            "60.1 city writes centre:district SupportAsked",
            "60.1 city writes centre:district SupportAsked",
            "60.2 district records unit-dispatched of incident:1 ",
            "60.2 district records support-given of incident:1 ",
            "60.2 district records unit-dispatched of incident:1 ",
            "60.2 district records support-given of incident:1 ",
            "60.2 district writes centre:city SupportAnswered",
            "60.2 district writes centre:city SupportAnswered",
            "200.0 city records unit-released of incident:1 ",
            "200.0 city records unit-released of incident:1 ",
            "210.1 city records unit-released of incident:1 ",
            "210.1 city records incident-closed of incident:1 ",
            "210.1 city decides OpenLane",
            "210.1 city writes centre:district IncidentTold");
    assertThat(stage.fact(Precinct.CITY, "incident.open")).isEqualTo(0L);
    assertThat(((CentreState) stage.state(Precinct.CENTRE)).pictures()).isEmpty();
  }

  /** The city has it from a vehicle that it is farther up; the district hears of it as before. */
  @Test
  void whatTheDistrictKnowsIsNoNewIncidentToTheCity() {
    CentreSpec district = Precinct.below(Precinct.with(Precinct.PLAIN, plans()));
    Stage stage =
        Precinct.stage(district).with(Precinct.agent(Precinct.with(Precinct.city(), plans())));
    stage
        .tell(10, Precinct.CENTRE, CRASH)
        .tell(
            20,
            Precinct.CITY,
            Precinct.telemetry(Precinct.sight("collision", "arterial-east-1", 0, 50, HURT, "v")))
        .tell(
            30,
            Precinct.CENTRE,
            Precinct.call(Precinct.sight("collision", "arterial-east-1", 0, 290, HURT)))
        .until(40);
    assertThat(
            stage
                .text("incident-reported", "report-fused")
                .lines()
                .map(line -> line.replaceAll("[{].*", "")))
        .containsExactly(
            "10.0 district records incident-reported of incident:1 ",
            "20.0 city records report-fused of incident:1 ",
            "30.1 city records report-fused of incident:1 ");
  }
}
