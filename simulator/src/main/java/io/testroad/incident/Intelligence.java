package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneLetter.Sight;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what is reported: which reports are of one incident, what is believed, what is gone. */
final class Intelligence {

  /** How wrong a place may be that somebody on the spot tells, m (assumption). */
  private static final double SEEN_M = 5;

  private final SamePlace same;
  private final Ending ending;

  Intelligence(SamePlace same, Ending ending) {
    this.same = same;
    this.ending = ending;
  }

  // reports -------------------------------------------------------------------------------------

  /** A report: of an incident that is known, or of a new one. */
  void reported(Desk desk, IncidentLetter.Reported report) {
    Optional<Picture> known = find(desk, report.seen(), report.precisionM());
    if (known.isPresent()) {
      fuse(desk, known.get(), report);
      return;
    }
    Optional<Integer> over = findClosed(desk, report);
    if (over.isPresent()) {
      fused(desk, over.get(), report);
      return;
    }
    open(desk, report);
  }

  private static void passOn(Desk desk, Picture picture, IncidentLetter told) {
    desk.post(picture.commander(), new IncidentLetter.PassedOn(picture.number(), told));
  }

  /**
   * A centre that had an incident before passes on what it hears of it. The commander need not
   * guess which incident is meant: it may place it elsewhere by now.
   */
  void passedOn(Desk desk, IncidentLetter.PassedOn passed) {
    Picture picture = desk.pictures().find(passed.incident());
    if (passed.told() instanceof IncidentLetter.Reported report) {
      CentreState.Closed closed = desk.closed().find(passed.incident());
      if (picture != null) {
        fuse(desk, picture, report);
      } else if (closed != null && report.occurredTick() <= closed.tick()) {
        fused(desk, passed.incident(), report);
      } else {
        reported(desk, report);
      }
    } else if (passed.told() instanceof IncidentLetter.ReportedGone gone) {
      if (picture == null) {
        gone(desk, gone);
      } else {
        gone(desk, picture, gone);
      }
    }
  }

  /** Whether a report is about an incident that is open here. */
  boolean knows(Desk desk, IncidentLetter.Reported report) {
    return find(desk, report.seen(), report.precisionM()).isPresent();
  }

  /** What is known of the vehicles that are named, else of the place. */
  private Optional<Picture> find(Desk desk, Sight seen, double precisionM) {
    List<Picture> known =
        desk.pictures().entries().values().stream()
            .filter(picture -> same.holds(picture.belief(), seen, precisionM))
            .toList();
    return known.stream()
        .filter(picture -> SamePlace.shareVehicle(picture.belief(), seen))
        .findFirst()
        .or(() -> known.stream().findFirst());
  }

  /** An incident that is closed, of which a report comes late. */
  private Optional<Integer> findClosed(Desk desk, IncidentLetter.Reported report) {
    return desk.closed().entries().entrySet().stream()
        .filter(each -> report.occurredTick() <= each.getValue().tick())
        .filter(each -> same.holds(each.getValue().belief(), report.seen(), report.precisionM()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static void fuse(Desk desk, Picture picture, IncidentLetter.Reported report) {
    if (!desk.commands(picture)) {
      passOn(desk, picture, report);
      return;
    }
    fused(desk, picture.number(), report);
    desk.keep(picture.with(picture.belief().and(report, desk.tick())));
  }

  private static void fused(Desk desk, int number, IncidentLetter.Reported report) {
    desk.record(EventType.REPORT_FUSED, number, source(desk, report));
  }

  private static Facts source(Desk desk, IncidentLetter.Reported report) {
    return Facts.of(
        "scene", report.seen().scene(),
        "kind", report.seen().kind(),
        "source", report.source().value(),
        "means", report.means(),
        "latencyS", desk.secondsSince(report.occurredTick()));
  }

  private static void open(Desk desk, IncidentLetter.Reported report) {
    int number = desk.nextNumber();
    Sight seen = report.seen();
    Facts facts = source(desk, report).and(Facts.of("road", seen.road(), "lane", seen.lane()));
    desk.record(
        EventType.INCIDENT_REPORTED,
        number,
        seen.vehicles().isEmpty() ? facts : facts.with("vehicle", seen.vehicles().get(0)));
    desk.keep(
        new Picture(
            number,
            desk.self(),
            desk.self(),
            Belief.of(report, desk.tick()),
            Picture.Course.reported(desk.tick()),
            Picture.Ruling.NONE,
            Picture.Checking.NONE,
            Collections.emptySortedMap(),
            Collections.emptySortedMap(),
            Picture.Dealings.NONE));
    desk.watch(number);
  }

  // what is gone --------------------------------------------------------------------------------

  /** What was reported isn't there any more; whether anything is known of it here. */
  boolean gone(Desk desk, IncidentLetter.ReportedGone gone) {
    Optional<Picture> known = find(desk, gone.seen(), 0);
    known.ifPresent(picture -> gone(desk, picture, gone));
    return known.isPresent();
  }

  private void gone(Desk desk, Picture picture, IncidentLetter.ReportedGone gone) {
    if (desk.commands(picture)) {
      gone(desk, picture, gone.seen().vehicles());
    } else {
      passOn(desk, picture, gone);
    }
  }

  /** Vehicles of an incident have left; where none is named, all that was there. */
  void gone(Desk desk, Picture picture, List<String> vehicles) {
    Picture left = picture.with(picture.belief().without(vehicles));
    boolean othersStay = !vehicles.isEmpty() && !left.belief().sight().vehicles().isEmpty();
    boolean peopleStay = picture.belief().number(SceneFacts.INJURED) > 0;
    if (othersStay) {
      desk.keep(left);
    } else if (picture.course().isVerified() || peopleStay) {
      desk.keep(left.with(left.course().withGone()));
    } else {
      ending.dismiss(desk, picture, Ending.OBSTACLE_GONE, "");
    }
  }

  // looking -------------------------------------------------------------------------------------

  /** Somebody has looked who was asked to. */
  void checked(Desk desk, Picture picture, AgentId from, IncidentLetter.Checked checked) {
    if (!checked.sights().isEmpty()) {
      sees(desk, picture, from, checked.means(), checked.sights());
    } else if (checked.conclusive() && !picture.course().isVerified()) {
      ending.dismiss(desk, picture, Ending.FALSE_ALARM, checked.means());
    }
  }

  /** A unit tells what it found. */
  void found(Desk desk, Picture picture, IncidentLetter.UnitFound found) {
    Assigned unit = picture.units().get(found.unit());
    if (unit == null) {
      return;
    }
    String means = unit.kind().flies() ? Means.DRONE : Means.UNIT;
    AgentId from = AgentId.vehicle(found.unit());
    boolean there = sees(desk, picture, from, means, found.sights());
    if (!there && !picture.course().isVerified()) {
      ending.dismiss(desk, picture, Ending.FALSE_ALARM, means);
    } else if (!there && !picture.course().seen()) {
      if (isElsewhere(picture, unit)) {
        desk.keep(picture.without(found.unit()));
      } else if (Means.isWitnessed(picture.checking().means())) {
        desk.keep(picture.with(picture.course().withGone()));
      } else {
        ending.dismiss(desk, picture, Ending.NOTHING_FOUND, means);
      }
    }
  }

  /** Whether somebody has told the place anew since a unit was sent where it was then. */
  private static boolean isElsewhere(Picture picture, Assigned unit) {
    Belief.Told place = picture.belief().told().get(Belief.PLACE);
    return place != null && place.tick() > unit.sentTick();
  }

  /** Somebody looks there; whether the incident is among what he sees. */
  private boolean sees(Desk desk, Picture picture, AgentId from, String means, List<Sight> sights) {
    Optional<Sight> it = same.among(picture.belief(), sights);
    it.ifPresent(
        seen -> {
          var teller = new Belief.Told(from.value(), means, desk.tick());
          Picture known = picture.with(picture.belief().and(seen, SEEN_M, teller));
          if (!means.equals(Means.CAMERA)) {
            known = known.with(known.course().withSeen());
          }
          desk.keep(Verifying.verified(desk, known, means));
        });
    for (Sight other : sights) {
      if (it.isEmpty() || !other.equals(it.get())) {
        reported(desk, new IncidentLetter.Reported(other, from, means, SEEN_M, desk.tick()));
      }
    }
    return it.isPresent();
  }
}
