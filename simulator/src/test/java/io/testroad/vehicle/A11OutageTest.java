package io.testroad.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.Stage;
import io.testroad.engine.Percept;
import io.testroad.policy.RuleBook;
import io.testroad.protocol.VehicleLetter;
import org.junit.jupiter.api.Test;

/** Outages that strike a vehicle, and what it does when they are over. */
class A11OutageTest {

  private static VehicleLetter.OutageBegins outage(String kind, boolean needsRestart) {
    return outage(kind, "", "", 1, 0, needsRestart);
  }

  private static VehicleLetter.OutageBegins outage(
      String kind, String software, String zone, double share, double withinS, boolean restart) {
    return new VehicleLetter.OutageBegins(
        "cloud", kind, software, zone, share, withinS, 120, restart, 0, 1);
  }

  private static Stage needsBackEnd() {
    Fallback.Losses losses =
        new Fallback.Losses(8, java.time.Duration.ofSeconds(10), true, "own", "other");
    return Pilot.automated("none", Setbacks.of(losses), RuleBook.NONE);
  }

  @Test
  void withoutItsBackEndItStopsAndIsRestartedAfterwards() {
    Stage stage = needsBackEnd();
    stage
        .tell(10, Pilot.ID, outage("back-end", true))
        .tell(16, Pilot.ID, new Percept.Halted("a", 0, 90, false))
        .tell(150, Pilot.ID, new VehicleLetter.AssistanceGiven(1))
        .until(160);
    assertThat(stage.text())
        .isEqualTo(
            """
            10.0 pilot records data-upload-stopped {cause=back-end-lost}
            10.0 pilot records recorder-secured {cause=back-end-lost, postS=30.0, preS=90.0}
            10.0 pilot records mode-changed {cause=back-end-lost, from=automated, road=a, to=minimal-risk}
            10.0 pilot decides Halt[vehicle=pilot, decelerationMps2=2.0, aside=true]
            10.0 pilot reminds itself in 120.0 s of OutageEnds[outage=cloud, beganTick=100]
            16.0 pilot records mode-changed {cause=back-end-lost, from=minimal-risk, road=a, to=stopped}
            130.0 pilot records data-upload-resumed {afterS=120.0}
            130.0 pilot records assistance-asked {cause=restart}
            130.0 pilot writes operator:fleet AssistanceAsked[vehicle=pilot, serial=1, cause=restart, blocks=true, riders=0, needsCrew=false]
            150.0 pilot records restart-done {afterS=134.0, by=remote-officer}
            150.0 pilot records mode-changed {cause=restarted, from=stopped, road=a, to=automated}
            150.0 pilot decides Resume[vehicle=pilot]
            150.0 pilot writes platform:city ObstacleGone[vehicle=pilot]
            """);
  }

  @Test
  void whereNothingIsNeededItGoesOnByItself() {
    Stage stage = needsBackEnd();
    stage
        .tell(10, Pilot.ID, outage("back-end", false))
        .tell(16, Pilot.ID, new Percept.Halted("a", 0, 90, true))
        .until(140);
    assertThat(stage.text("130.0 pilot"))
        .isEqualTo(
            """
            130.0 pilot records data-upload-resumed {afterS=120.0}
            130.0 pilot records mode-changed {cause=outage-over, from=stopped, road=a, to=automated}
            130.0 pilot decides Resume[vehicle=pilot]
            """);
  }

  @Test
  void whoNeedsNoBackEndOnlyLosesItsUpload() {
    Stage stage = Pilot.automated("none", RuleBook.NONE);
    stage.tell(10, Pilot.ID, outage("back-end", true)).until(140);
    assertThat(stage.text("records", "decides"))
        .isEqualTo(
            """
            10.0 pilot records data-upload-stopped {cause=back-end-lost}
            130.0 pilot records data-upload-resumed {afterS=120.0}
            """);
  }

  @Test
  void withoutPositionItSlowsDownThenAsksForATakeover() {
    Stage stage = Pilot.automated("on-board", Setbacks.of(Setbacks.LOSSES), RuleBook.NONE);
    stage.tell(10, Pilot.ID, outage("positioning", false)).until(21);
    assertThat(stage.text("records", "decides"))
        .isEqualTo(
            """
            10.0 pilot decides CapSpeed[vehicle=pilot, maxSpeedMps=8.0]
            20.0 pilot records mode-changed {cause=positioning-lost, from=automated, road=a, to=takeover-requested}
            20.0 pilot records takeover-requested {cause=positioning-lost, leadS=10.0}
            """);
  }

  @Test
  void withoutV2xItDrivesLikeAnother() {
    Stage stage = needsBackEnd();
    stage.tell(10, Pilot.ID, outage("v2x", false)).until(140);
    assertThat(stage.text("decides"))
        .isEqualTo(
            """
            10.0 pilot decides Restyle[vehicle=pilot, vehicleType=other]
            130.0 pilot decides Restyle[vehicle=pilot, vehicleType=own]
            """);
  }

  @Test
  void degradedSensorsCapTheSpeedUntilTheyAreBack() {
    Stage stage = needsBackEnd();
    stage.tell(10, Pilot.ID, outage("sensor-degraded", false)).until(140);
    assertThat(stage.text("decides"))
        .isEqualTo(
            """
            10.0 pilot decides CapSpeed[vehicle=pilot, maxSpeedMps=8.0]
            130.0 pilot decides CapSpeed[vehicle=pilot, maxSpeedMps=Infinity]
            """);
  }

  @Test
  void othersAreNotConcerned() {
    Stage stage = needsBackEnd();
    stage
        .tell(10, Pilot.ID, outage("sensor", "2.0", "", 1, 0, false))
        .tell(11, Pilot.ID, outage("sensor", "1.0", "elsewhere", 1, 0, false))
        .tell(12, Pilot.ID, outage("sensor", "1.0", "", 0, 0, false))
        .until(200);
    assertThat(stage.text()).isEmpty();
  }

  /** A vehicle that can't reach its back end stays where it is. */
  @Test
  void itDoesNotSetOutDuringAnOutage() {
    Fallback.Losses losses = new Fallback.Losses(8, java.time.Duration.ofSeconds(10), true, "", "");
    Stage stage =
        Stage.from(Pilot.START)
            .with(Pilot.agent(Pilot.spec("none", Setbacks.of(losses)), RuleBook.NONE));
    stage
        .tell(1, Pilot.ID, outage("back-end", true))
        .tell(2, Pilot.ID, Pilot.setOut("a", "b"))
        .until(3);
    assertThat(stage.text("trip"))
        .isEqualTo("2.0 pilot records trip-refused {reason=outage, rule=}\n");
  }

  /** Of a thousand vehicles a third is struck, evenly over the time of onset. */
  @Test
  void theShareIsStruckWithinTheTimeOfOnset() {
    int struck = 0;
    double sumS = 0;
    for (int i = 0; i < 1000; i++) {
      IcvAgent agent =
          new IcvAgent(
              Pilot.spec("none"),
              new PilotMap(),
              RuleBook.NONE,
              io.testroad.engine.RandomStream.of(7, "reactions", "v" + i));
      var turn =
          new io.testroad.engine.Turn(
              100,
              io.testroad.engine.Clock.of(
                  java.time.OffsetDateTime.parse(Pilot.START), java.time.Duration.ofMillis(100)),
              java.util.List.of(
                  new io.testroad.engine.Mail(
                      100,
                      Pilot.ID,
                      io.testroad.engine.AgentId.SCRIPT,
                      0,
                      outage("sensor", "", "", 1.0 / 3, 60, false))));
      var outbox = agent.take(agent.initialState(), turn).outbox();
      struck += outbox.size();
      sumS += outbox.stream().mapToDouble(out -> out.delay() / 10.0).sum();
    }
    assertThat(struck).isBetween(290, 375); // three standard deviations, 45
    assertThat(sumS / struck).isBetween(27.0, 33.0);
  }
}
