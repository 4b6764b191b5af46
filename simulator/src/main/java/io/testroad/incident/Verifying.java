package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.Task;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes sure of reports. What somebody reports who knows, or what two report by different means, is
 * believed at once; else the means of the plan are tried in turn. Where none is to be had, or all
 * are tried in vain, the report is believed: somebody goes and sees.
 */
final class Verifying {

  private static final List<UnitKind> PATROLS = List.of(UnitKind.PATROL_CAR, UnitKind.MOTORCYCLE);

  private final Dispatching dispatching;

  Verifying(Dispatching dispatching) {
    this.dispatching = dispatching;
  }

  /** Looks at what is reported and not verified yet; the picture as it is then. */
  Picture look(Desk desk, Picture picture, Assessment assessed) {
    Optional<String> confirmed = confirmedBy(picture.belief());
    if (confirmed.isPresent()) {
      return verified(desk, picture, confirmed.get());
    }
    boolean begins = picture.checking().step() < 0;
    return begins || hasLostLooker(picture) ? next(desk, picture, assessed) : picture;
  }

  /** Whether the unit that was to look was called away, or got stuck. */
  private static boolean hasLostLooker(Picture picture) {
    String by = picture.checking().by();
    return by.startsWith("vehicle:")
        && !picture.units().containsKey(by.substring("vehicle:".length()));
  }

  /** The means by which reports are believed without looking; empty when they aren't. */
  private static Optional<String> confirmedBy(Belief belief) {
    SortedMap<String, Integer> reports = belief.reports();
    Optional<String> certain = reports.keySet().stream().filter(Means::isCertain).findFirst();
    if (certain.isPresent() || reports.size() < 2) {
      boolean callers = reports.getOrDefault(Means.CALLER, 0) >= 2;
      return certain.or(() -> callers ? Optional.of(Means.CALLER) : Optional.empty());
    }
    return Optional.of(String.join("+", reports.keySet()));
  }

  /** The report is true; by which means is kept for the record. */
  static Picture verified(Desk desk, Picture picture, String means) {
    if (picture.course().isVerified()) {
      return picture;
    }
    Picture.Checking checking = picture.checking();
    return picture
        .with(picture.course().verified(desk.tick()))
        .with(checking.next(checking.step(), means, checking.by()))
        .withWants(new TreeMap<>());
  }

  /** Whether a unit is a drone that was sent before anybody knew that there is an incident. */
  static boolean onlyLooks(Picture picture, String unit) {
    Assigned assigned = picture.units().get(unit);
    return assigned != null
        && assigned.kind().flies()
        && picture.checking().by().equals(AgentId.vehicle(unit).value());
  }

  /** Tries the next means; the picture as it is then. */
  Picture next(Desk desk, Picture picture, Assessment assessed) {
    List<Verification> list = assessed.verification();
    for (int step = picture.checking().step() + 1; step < list.size(); step++) {
      Picture at = picture.with(picture.checking().next(step, "", ""));
      Optional<Picture> begun = tried(desk, at, list.get(step));
      if (begun.isPresent()) {
        return begun.get();
      }
    }
    return exhausted(desk, picture, list.size());
  }

  private Picture exhausted(Desk desk, Picture picture, int steps) {
    boolean waited = picture.checking().serial() > 0;
    Picture at = picture.with(picture.checking().next(steps, Means.NONE, ""));
    if (waited) {
      return verified(desk, at, Means.NONE);
    }
    await(desk, at);
    return at;
  }

  private static void await(Desk desk, Picture picture) {
    desk.remind(
        desk.spec().checking(),
        new IncidentLetter.VerificationDue(picture.number(), picture.checking().serial()));
  }

  private Optional<Picture> tried(Desk desk, Picture picture, Verification means) {
    Belief belief = picture.belief();
    return switch (means) {
      case CAMERA -> {
        List<AgentId> cameras =
            desk.spec().surroundings().cameras().getOrDefault(belief.sight().road(), List.of());
        yield cameras.isEmpty()
            ? Optional.empty()
            : Optional.of(ask(desk, picture, means, cameras.get(0)));
      }
      case OPERATOR ->
          Operators.find(desk, belief).map(operator -> ask(desk, picture, means, operator));
      case DRONE -> dispatching.sendDrone(desk, picture);
      case CALLER ->
          belief.reports().containsKey(Means.CALLER)
              ? Optional.of(callBack(desk, picture))
              : Optional.empty();
      case PATROL -> patrol(desk, picture);
    };
  }

  private static Picture ask(Desk desk, Picture picture, Verification means, AgentId whom) {
    Picture begun = begun(desk, picture, means, whom);
    Belief belief = picture.belief();
    desk.post(
        whom,
        new IncidentLetter.CheckAsked(
            picture.number(),
            belief.sight().road(),
            belief.sight().positionM(),
            SamePlace.toleranceM(belief, 0)));
    await(desk, begun);
    return begun;
  }

  private static Picture callBack(Desk desk, Picture picture) {
    String source =
        java.util.Objects.requireNonNull(picture.belief().told().get(Belief.KIND)).source();
    Picture begun = begun(desk, picture, Verification.CALLER, new AgentId(source));
    await(desk, begun);
    return begun;
  }

  /** Wants the nearest patrol, if there is any at all. */
  private static Optional<Picture> patrol(Desk desk, Picture picture) {
    Want want = new Want(Task.OBSERVE, PATROLS, 1, 0, desk.tick(), false, true);
    if (!desk.spec().hasUnitFor(want)) {
      return Optional.empty();
    }
    desk.moveQueue();
    Picture.Checking checking = picture.checking();
    return Optional.of(
        picture
            .with(checking.next(checking.step(), Verification.PATROL.written(), ""))
            .with(Needs.key(Task.OBSERVE, 0), want));
  }

  /** A means is being tried. */
  static Picture begun(Desk desk, Picture picture, Verification means, AgentId by) {
    desk.record(
        EventType.VERIFICATION_BEGUN,
        picture.number(),
        Facts.of("means", means.written(), "by", by.value()).and(desk.by()));
    Picture.Checking checking = picture.checking();
    return picture.with(checking.next(checking.step(), means.written(), by.value()));
  }

  /** Nobody has answered in time; the picture as it is then. */
  Picture due(Desk desk, Picture picture, Assessment assessed, IncidentLetter.VerificationDue due) {
    Picture.Checking checking = picture.checking();
    if (picture.course().isVerified() || due.serial() != checking.serial()) {
      return picture;
    }
    return checking.means().equals(Means.NONE)
        ? verified(desk, picture, Means.NONE)
        : next(desk, picture, assessed);
  }
}
