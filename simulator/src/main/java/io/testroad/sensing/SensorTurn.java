package io.testroad.sensing;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import io.testroad.protocol.SensingLetter;
import io.testroad.protocol.VehicleLetter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** One turn of a sensor. */
final class SensorTurn {

  /** Which part of the sensor's stream what is drawn from; scenes have their own numbers. */
  private static final long ALARMS = -1;

  private static final long CHECKS = -2;

  /** Share of a camera's false alarms that are debris, not a standing vehicle (assumption). */
  private static final double DEBRIS_SHARE = 0.3;

  private final SensorSpec spec;
  private final RandomStream chance;
  private final Turn turn;
  private final Outcome.Builder out;
  private final SensorState before;
  private final FalseAlarms alarms;
  private final SceneWatch watch;
  private final SortedMap<Integer, SensorState.Check> checks;
  private int falseAlarms;
  private int inquiries;
  private final WorkingOrder order;

  SensorTurn(
      SensorSpec spec, RandomStream chance, Turn turn, Outcome.Builder out, SensorState state) {
    this.spec = spec;
    this.chance = chance;
    this.turn = turn;
    this.out = out;
    before = state;
    alarms = new FalseAlarms(spec.falseAlarmsPerDay(), chance.forEntity(ALARMS));
    watch = new SceneWatch(spec, chance, turn, out, state.scenes(), state.fog());
    checks = new TreeMap<>(state.checks());
    falseAlarms = state.falseAlarms();
    inquiries = state.inquiries();
    order = new WorkingOrder(state.failedTick(), turn, out);
  }

  void handle(Mail mail) {
    Letter letter = mail.letter();
    if (letter instanceof RunBegan) {
      alarms.await(0, out);
    } else if (letter instanceof SceneLetter.SceneInSight inSight) {
      watch.inSight(inSight.sight(), order.works());
    } else if (letter instanceof SceneLetter.SceneOver over) {
      watch.over(over.scene(), order.works());
    } else if (letter instanceof IncidentLetter.DetectionReady ready) {
      watch.ready(ready, order.works());
    } else if (letter instanceof IncidentLetter.FalseAlarmDue due) {
      falseAlarm(due.number());
    } else if (letter instanceof IncidentLetter.CheckAsked asked) {
      check(mail, asked);
    } else if (letter instanceof SceneLetter.Looked looked) {
      looked(looked);
    } else {
      condition(letter);
    }
  }

  private void condition(Letter letter) {
    if (letter instanceof SensingLetter.SensorFails fails) {
      order.fails(fails.cause());
    } else if (letter instanceof SensingLetter.SensorMended) {
      if (order.mended()) {
        watch.drawAll();
      }
    } else if (letter instanceof VehicleLetter.WeatherTurned weather) {
      watch.weatherTurned(weather.state());
    } else {
      throw new IllegalArgumentException(spec.id() + " does not understand " + letter);
    }
  }

  private void falseAlarm(int number) {
    alarms.await(number + 1, out);
    if (!order.works()) {
      return;
    }
    falseAlarms++;
    Coverage.Place place = spec.coverage().at(alarms.draw(number, 1));
    boolean debris = spec.kind() == SensorKind.CAMERA && alarms.draw(number, 2) < DEBRIS_SHARE;
    SceneKind kind = debris ? SceneKind.DEBRIS : SceneKind.VEHICLE_STALLED;
    out.record(EventType.FALSE_ALARM, Facts.of("source", spec.id().value(), "road", place.road()));
    var nothing =
        new SceneLetter.Sight(
            0, kind.written(), place.road(), 0, place.positionM(), List.of(), Facts.empty());
    watch.report(spec.kind() == SensorKind.LOOP ? spec.believed(nothing) : nothing, turn.tick());
  }

  private void check(Mail mail, IncidentLetter.CheckAsked asked) {
    if (!spec.canCheck() || !spec.sees(asked.road()) || !order.works()) {
      out.post(
          mail.from(), new IncidentLetter.Checked(asked.inquiry(), spec.means(), false, List.of()));
      return;
    }
    inquiries++;
    checks.put(inquiries, new SensorState.Check(mail.from(), asked.inquiry()));
    out.postAfter(
        spec.checking(),
        SensorSpec.SCENES,
        new SceneLetter.LookAsked(inquiries, asked.road(), asked.positionM(), asked.withinM()));
  }

  private void looked(SceneLetter.Looked looked) {
    SensorState.Check check = checks.remove(looked.inquiry());
    if (check == null) {
      return;
    }
    Clarity.Conditions conditions = watch.conditions();
    double clear = spec.clarity().share(conditions);
    boolean sure = order.works() && chance.forEntity(CHECKS).uniform(looked.inquiry()) < clear;
    List<SceneLetter.Sight> sights =
        looked.sights().stream()
            .filter(sight -> sure && spec.detection(sight, conditions).isPresent())
            .map(spec::believed)
            .toList();
    out.post(
        check.asker(), new IncidentLetter.Checked(check.inquiry(), spec.means(), sure, sights));
  }

  /** The state after the turn. */
  SensorState state() {
    return new SensorState(
        before.occurrences() + watch.drawn(),
        before.noticed() + watch.reported(),
        falseAlarms,
        order.failedTick(),
        watch.isFoggy(),
        watch.scenes(),
        inquiries,
        checks);
  }
}
