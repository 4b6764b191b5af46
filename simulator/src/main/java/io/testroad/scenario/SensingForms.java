package io.testroad.scenario;

import static io.testroad.scenario.ScenarioForms.GLOBS;
import static io.testroad.scenario.ValueShape.choice;

import io.testroad.scenario.ValueShape.Kind;
import io.testroad.scenario.ValueShape.MapOf;

/** The parts of a scenario file about how incidents are found out. */
final class SensingForms {

  static final Form PLATFORM =
      Form.of("platform", "'platform'", "The supervision platform that ICVs report to.")
          .may("probability", Kind.NUMBER, "1", "that a report gets through, 0 to 1", "0.99")
          .may("latency", Kind.DURATION, "2 s", "until the centre is told", "1 s");

  static final Form SENSOR =
      Form.of(
              "sensor",
              "a sensor",
              "Something that watches roads. A camera, a video detector, notices a standing"
                  + " vehicle, a collision, a fire or a jam with probability 0.95 after 10 s,"
                  + " somebody on foot who was struck (0.9, 5 s), debris, a spill or water (0.7,"
                  + " 30 s), fog (0.9, 60 s), a vehicle that can't brake (0.5, 10 s): assumptions;"
                  + " a centre can ask it to look. Loops, with a station every 300 m, notice that"
                  + " traffic stands (0.86, 2.5 min: Martin and others, 2001), not why. A roadside"
                  + " unit hears ICVs that are stalled, burn, can't brake or have collided (0.98,"
                  + " 1 s: assumptions). A checkpoint reads plates.")
          .need("name", Kind.TEXT, "its name", "camera-3")
          .need("roads", GLOBS, "the roads it sees, as in zones", "[arterial-1-*]")
          .may("kind", choice(SensorsReader.KINDS), "camera", "what it is", "checkpoint")
          .may(
              "probability",
              Kind.NUMBER,
              "",
              "that it notices what it can notice at all, 0 to 1; by kind of scene if not given",
              "0.8")
          .may(
              "hits",
              new MapOf(ValueShape.of(Kind.NUMBER)),
              "",
              "the same by kind of scene, or of a collision with a pedestrian; 0: never; a"
                  + " checkpoint: unplated-vehicle, 0.95 if not given",
              "{debris: 0.8}")
          .may(
              "latency",
              Kind.DURATION,
              "",
              "until the centre is told; by kind of scene if not given, of a checkpoint 1 s",
              "20 s")
          .may(
              "false-alarms",
              Kind.NUMBER,
              "",
              "a day, on average; if not given, cameras 1 (assumption), loops 8 in a peak hour on"
                  + " 87 stations, with 4 such hours a day (assumption)",
              "2")
          .may(
              "false-suspicion",
              Kind.NUMBER,
              "0.0001",
              "a checkpoint: probability that a vehicle in order is taken for one that isn't, 0 to"
                  + " 1 (assumption)",
              "0.001")
          .may(
              "checking",
              Kind.DURATION,
              "15 s",
              "how long it takes to look at a place through a camera (assumption)",
              "30 s")
          .may(
              "by-night",
              Kind.NUMBER,
              "0.9",
              "a camera: share of what it sees by day, 0 to 1 (assumption: as for plates)",
              "0.8")
          .may(
              "in-fog",
              Kind.NUMBER,
              "0.5",
              "a camera: share of what it sees in clear air, 0 to 1 (assumption)",
              "0.3")
          .may(
              "plate-probability",
              Kind.NUMBER,
              "0.9",
              "that it reads an ordinary plate by day, 0 to 1 (GA/T 497-2009)",
              "0.95")
          .may(
              "plate-probability-night",
              Kind.NUMBER,
              "0.8",
              "the same by night, 19:00 to 07:00 (GA/T 497-2009)",
              "0.85")
          .may(
              "temporary-plate-probability",
              Kind.NUMBER,
              "0.5",
              "that it reads a temporary plate, which the standard doesn't ask for: an assumption",
              "0.7");

  static final Form CALLERS =
      Form.of(
              "callers",
              "'callers'",
              "People on the spot, and riders who can't go on, call the police's hotline, each at a"
                  + " rate that grows with the time. All defaults are assumptions.")
          .may("lines", Kind.INTEGER, "5", "calls that can be taken at a time", "10")
          .may("handling", Kind.DURATION, "60 s", "mean time a call takes; exponential", "90 s")
          .may(
              "patience",
              Kind.DURATION,
              "2 min",
              "mean time until somebody who waits hangs up; exponential",
              "3 min")
          .may(
              "first",
              Kind.DURATION,
              "5 min",
              "mean time until somebody's first call, if the rate didn't grow",
              "3 min")
          .may(
              "growth",
              Kind.DURATION,
              "30 min",
              "after which the rate has doubled; 0 s: it doesn't grow",
              "15 min")
          .may(
              "wrong-place",
              Kind.NUMBER,
              "0.1",
              "share of calls that name a place up to 150 m off along the road, 0 to 1",
              "0.2")
          .may(
              "wrong-kind",
              Kind.NUMBER,
              "0.1",
              "share of calls that tell of nothing but a jam, 0 to 1",
              "0.2")
          .may("false-calls", Kind.NUMBER, "1", "calls a day about nothing at all", "5");

  private SensingForms() {}
}
