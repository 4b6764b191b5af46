package io.testroad.incident;

import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.incident.CentreState.Loan;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Units that centres ask one another for: first those from which an incident was taken over, then
 * the one above. Whoever is asked sends one of its own when it is free, in the order of its queue;
 * where it has none that could do it, it asks the one above in turn.
 */
final class Support {

  /** What a timer of a want is about begins with this. */
  static final String LONG_WAIT = "support ";

  private static final String KNOWN = "incident.known";
  private static final String REPORTED = "incident.reportedTick";

  private Support() {}

  /** Asks for a unit that is missing, unless it has been done; the picture as it is then. */
  static Picture ask(Desk desk, Picture picture, String key) {
    Want want = picture.wants().get(key);
    boolean ownOrigin = picture.origin().equals(desk.self());
    Optional<AgentId> asked = ownOrigin ? desk.spec().superior() : Optional.of(picture.origin());
    if (want == null || want.asked() || asked.isEmpty()) {
      return picture;
    }
    for (int i = 0; i < want.count(); i++) {
      post(desk, picture, want, asked.get());
    }
    return picture
        .with(key, want.withAsked())
        .with(picture.dealings().withSupporter(asked.get().value()));
  }

  private static void post(Desk desk, Picture picture, Want want, AgentId asked) {
    desk.post(
        asked,
        new IncidentLetter.SupportAsked(
            picture.number(),
            desk.self(),
            picture.belief().sight().road(),
            picture.belief().sight().positionM(),
            want.task().written(),
            picture.ruling().priority(),
            picture.ruling().plan(),
            Facts.of(KNOWN, desk.known(picture), REPORTED, picture.course().reportedTick())));
  }

  /** Another centre asks. */
  static void asked(Desk desk, IncidentLetter.SupportAsked ask) {
    Task task = Task.find(ask.task()).orElseThrow();
    boolean has = desk.spec().units().stream().anyMatch(unit -> unit.kind().can(task));
    Optional<AgentId> above =
        desk.spec().superior().filter(superior -> !superior.equals(ask.commander()));
    if (has) {
      Object reported = ask.known().find(REPORTED);
      int serial = 0;
      while (desk.loans().find(key(ask, serial)) != null) {
        serial++;
      }
      desk.loans()
          .put(
              key(ask, serial),
              new Loan(
                  ask.incident(),
                  ask.commander(),
                  ask.road(),
                  ask.positionM(),
                  task,
                  ask.priority(),
                  ask.plan(),
                  reported instanceof Long tick ? tick : desk.tick(),
                  ask.known().getString(KNOWN)));
      desk.moveQueue();
    } else if (above.isPresent()) {
      desk.post(above.get(), ask);
    } else {
      desk.post(
          ask.commander(), new IncidentLetter.SupportAnswered(ask.incident(), ask.task(), ""));
    }
  }

  private static String key(IncidentLetter.SupportAsked ask, int serial) {
    return ask.incident() + " " + ask.task() + " " + serial;
  }

  /** Who was asked has sent a unit, or has none. */
  static void answered(Desk desk, AgentId from, IncidentLetter.SupportAnswered answer) {
    Picture picture = desk.pictures().find(answer.incident());
    Task task = Task.find(answer.task()).orElseThrow();
    Optional<String> key = picture == null ? Optional.empty() : keyOf(picture, task);
    if (answer.unit().isEmpty()) {
      if (picture != null && key.isPresent()) {
        askAbove(desk, picture, key.get(), from);
      }
      return;
    }
    if (picture == null || key.isEmpty()) {
      desk.post(
          AgentId.vehicle(answer.unit()),
          new IncidentLetter.UnitRecalled(answer.incident(), "not-needed"));
      return;
    }
    Want want = java.util.Objects.requireNonNull(picture.wants().get(key.get()));
    UnitKind kind =
        Arrays.stream(UnitKind.values()).filter(want::isServedBy).findFirst().orElseThrow();
    desk.keep(
        picture
            .with(key.get(), want.of(want.count() - 1))
            .with(picture.course().dispatched(desk.tick()))
            .with(
                answer.unit(),
                new Assigned(kind, from, List.of(task), desk.tick(), Assigned.Phase.SENT)));
  }

  private static Optional<String> keyOf(Picture picture, Task task) {
    return picture.wants().entrySet().stream()
        .filter(each -> each.getValue().task() == task)
        .map(java.util.Map.Entry::getKey)
        .findFirst();
  }

  /** The centre that the incident came from has none; the one above may. */
  private static void askAbove(Desk desk, Picture picture, String key, AgentId from) {
    Want want = java.util.Objects.requireNonNull(picture.wants().get(key));
    Optional<AgentId> superior = desk.spec().superior();
    if (superior.isPresent() && from.equals(picture.origin()) && !from.equals(desk.self())) {
      post(desk, picture, want, superior.get());
      desk.note(picture.with(picture.dealings().withSupporter(superior.get().value())));
    }
  }
}
