package io.testroad.vehicle;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.policy.Moment;
import io.testroad.protocol.VehicleLetter;
import java.util.ArrayList;
import java.util.List;

/** What changes about a vehicle, declared or not, and whether its operating data come. */
final class IcvOutfit {

  /** How often the platform looks whether operating data come, s (assumption). */
  private static final int DATA_CHECK_S = 60;

  private final IcvDriving driving;
  private final IcvJudging judging;
  private final IcvObedience obedience;
  private final IcvCourse course;

  IcvOutfit(IcvDriving driving, IcvJudging judging, IcvObedience obedience, IcvCourse course) {
    this.driving = driving;
    this.judging = judging;
    this.obedience = obedience;
    this.course = course;
  }

  private IcvState.Outfit outfit() {
    return driving.state().outfit();
  }

  private void become(IcvState.Outfit outfit) {
    driving.become(driving.state().with(outfit));
  }

  void changed(VehicleLetter.ChangeMade change) {
    switch (change.kind()) {
      case "software" -> become(outfit().withSoftware(change.value()));
      case "drivers" -> become(outfit().withDrivers(outfit().drivers() + 1));
      case "roads" -> {
        become(outfit().withZone(change.value()));
        course.review("roads-changed", "");
      }
      default ->
          throw new IllegalArgumentException(
              driving.spec().id() + " does not understand " + change);
    }
  }

  void mapErrs(String road) {
    List<String> wrong = new ArrayList<>(outfit().wrongRoads());
    wrong.add(road);
    become(outfit().withWrongRoads(wrong));
    course.review("map-changed", "");
  }

  /** The number that one can read on the vehicle; empty when it bears none. */
  String number() {
    IcvSpec.Plate plate = driving.state().plate();
    String painted = outfit().painted();
    return painted.isEmpty() && plate != null ? plate.number() : painted;
  }

  void forged(String number) {
    become(outfit().withPainted(number));
  }

  void given(Facts facts) {
    become(outfit().with(outfit().given().and(facts)));
  }

  void weatherTurned(String weather) {
    IcvState.Surroundings old = driving.state().surroundings();
    driving.become(driving.state().with(new IcvState.Surroundings(weather, old.geofences())));
    course.review("weather", "");
  }

  // operating data ------------------------------------------------------------------------------

  void uploadFails(String cause) {
    IcvState.Upload upload = driving.state().upload();
    if (upload.stoppedTick() < 0) {
      become(driving.turn().tick(), upload.uncheckedS());
      driving.out().record(EventType.DATA_UPLOAD_STOPPED, Facts.of("cause", cause));
    }
  }

  void uploadMended() {
    IcvState.Upload upload = driving.state().upload();
    if (upload.stoppedTick() >= 0) {
      become(-1, upload.uncheckedS());
      driving
          .out()
          .record(
              EventType.DATA_UPLOAD_RESUMED,
              Facts.of("afterS", driving.secondsSince(upload.stoppedTick())));
    }
  }

  private void become(long stoppedTick, int unchecked) {
    driving.become(driving.state().with(new IcvState.Upload(stoppedTick, unchecked)));
  }

  /** A second on the road: once a minute the platform looks whether data come. */
  void secondPasses() {
    if (!judging.concerns(Moment.DATA_CHECKED)) {
      return;
    }
    IcvState.Upload upload = driving.state().upload();
    boolean due = upload.uncheckedS() + 1 >= DATA_CHECK_S;
    long stopped = upload.stoppedTick();
    become(stopped, due ? 0 : upload.uncheckedS() + 1);
    if (due) {
      double gapS = stopped < 0 ? 0 : driving.secondsSince(stopped);
      obedience.look(Moment.DATA_CHECKED, Facts.of("data.gapS", gapS));
    }
  }
}
