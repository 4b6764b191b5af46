package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.protocol.IncidentLetter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Reports of one place are one incident. */
class A02MergeTest {

  private static Stage reports(IncidentLetter.IncidentReported... reports) {
    Stage stage = District.centre();
    double second = 10;
    for (var report : reports) {
      stage.tell(second++, District.CENTRE, report);
    }
    return stage.until(second);
  }

  @Test
  void withinFiftyMetres() {
    Stage stage =
        reports(
            District.report(9, "arterial-east-1", 0, 100, "v1"),
            District.report(9, "arterial-east-1", 1, 150, "v2"));
    assertThat(stage.text("incident-reported"))
        .isEqualTo(
            """
            10.0 district records incident-reported of incident:1 {incident=1, kind=vehicle-stalled, lane=0, latencyS=1.0, road=arterial-east-1, source=platform:city, vehicle=v1}
            """);
    CentreState state = (CentreState) stage.state(District.CENTRE);
    assertThat(state.incidents().get(1).vehicles()).containsExactly("v1", "v2");
  }

  @Test
  void furtherAwayOrOnAnotherRoadIsAnother() {
    Stage stage =
        reports(
            District.report(9, "arterial-east-1", 0, 100, "v1"),
            District.report(9, "arterial-east-1", 0, 150.1, "v2"),
            District.report(9, "arterial-west-1", 0, 100, "v3"));
    assertThat(stage.fact(District.CENTRE, "incident.open")).isEqualTo(3L);
  }

  @Test
  void theSameVehicleIsTheSameIncident() {
    Stage stage =
        reports(
            District.report(9, "arterial-east-1", 0, 100, "v1"),
            District.report(9, "arterial-east-2", 0, 400, "v1"));
    assertThat(stage.fact(District.CENTRE, "incident.open")).isEqualTo(1L);
  }

  /** Whoever's report was written first: in one tick, the order is that of the senders. */
  @Property(tries = 50)
  void orderOfWritingDoesNotMatter(@ForAll("orders") List<Integer> order) {
    Stage stage = District.centre();
    for (int sender : order) {
      stage.tellFrom(
          AgentId.of("sensor", "camera-" + sender),
          10,
          District.CENTRE,
          District.report(9, "arterial-east-1", 0, 40 * sender, "v" + sender));
    }
    assertThat(stage.until(60).text("records"))
        .isEqualTo(
            """
            10.0 district records incident-reported of incident:1 {incident=1, kind=vehicle-stalled, lane=0, latencyS=1.0, road=arterial-east-1, source=platform:city, vehicle=v1}
            10.0 district records incident-reported of incident:2 {incident=2, kind=vehicle-stalled, lane=0, latencyS=1.0, road=arterial-east-1, source=platform:city, vehicle=v3}
            40.0 district records incident-verified of incident:1 {incident=1, kind=vehicle-stalled, severity=lane-blocked}
            40.0 district records unit-unavailable of incident:1 {capability=tow, incident=1}
            40.0 district records incident-verified of incident:2 {incident=2, kind=vehicle-stalled, severity=lane-blocked}
            40.0 district records unit-unavailable of incident:2 {capability=tow, incident=2}
            """);
  }

  @Provide
  Arbitrary<List<Integer>> orders() {
    return Arbitraries.shuffle(1, 2, 3, 4);
  }
}
