package io.testroad.incident;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.incident.ReportDuty.Recipient;
import io.testroad.incident.ReportDuty.Stage;
import io.testroad.protocol.IncidentLetter;

/**
 * The clocks of the reports that a centre owes of an incident: a first one once it knows that it is
 * true, others while it lasts, a last one when it is closed. One that can't be made in time,
 * because what it is about isn't known, is overdue. What is due at once is due when it is known.
 */
final class ReportClocks {

  /** What a timer of a report is about. */
  static final String DUE = "report";

  private ReportClocks() {}

  /** Sets the clocks of what is owed as things stand. */
  static void start(Desk desk, Picture picture, Assessment assessed) {
    double since = desk.secondsSince(picture.course().reportedTick());
    for (ReportDuty duty : assessed.plan().map(Plan::reports).orElse(java.util.List.of())) {
      double dueS = Assessment.seconds(duty.within());
      if (duty.report() == Stage.INITIAL && dueS > since) {
        desk.review(picture.number(), DUE, 0, dueS - since);
      }
    }
  }

  /** Files what can be filed, and puts on record what is overdue; the picture as it is then. */
  static Picture look(Desk desk, Picture picture, Assessment assessed) {
    Picture filed = picture;
    for (ReportDuty duty : duties(assessed)) {
      if (duty.report() == Stage.INITIAL) {
        filed = initial(desk, filed, duty, assessed);
      } else if (duty.report() == Stage.PROGRESS && picture.course().isVerified()) {
        filed = progress(desk, filed, duty, assessed);
      }
    }
    return filed;
  }

  private static java.util.List<ReportDuty> duties(Assessment assessed) {
    return assessed
        .plan()
        .map(plan -> plan.reports(assessed.situation()))
        .orElse(java.util.List.of());
  }

  private static Picture initial(Desk desk, Picture picture, ReportDuty duty, Assessment assessed) {
    if (picture.dealings().reports().containsKey(key(duty))) {
      return picture;
    }
    double since = desk.secondsSince(picture.course().reportedTick());
    double dueS = Assessment.seconds(duty.within());
    boolean verified = picture.course().isVerified();
    boolean late = dueS > 0 && (verified ? since > dueS : since >= dueS);
    Picture known = picture;
    if (late && !picture.dealings().overdue().contains(key(duty))) {
      desk.decided(EventType.REPORT_OVERDUE, picture, report(duty));
      known = picture.with(picture.dealings().withOverdue(key(duty)));
    }
    return verified ? file(desk, known, duty, assessed, since) : known;
  }

  private static Picture progress(
      Desk desk, Picture picture, ReportDuty duty, Assessment assessed) {
    double dueS = Assessment.seconds(duty.within());
    long last =
        picture.dealings().reports().getOrDefault(key(duty), picture.course().verifiedTick());
    double since = desk.secondsSince(last);
    if (since < dueS || dueS <= 0) {
      if (last == desk.tick() && dueS > 0) {
        desk.review(picture.number(), DUE, 0, dueS);
      }
      return picture;
    }
    desk.review(picture.number(), DUE, 0, dueS);
    return file(desk, picture, duty, assessed, since);
  }

  /** Files what is owed at the end; the picture as it is then. */
  static Picture end(Desk desk, Picture picture, Assessment assessed) {
    Picture filed = picture;
    for (ReportDuty duty : duties(assessed)) {
      if (duty.report() == Stage.FINAL) {
        filed = file(desk, filed, duty, assessed, 0);
      }
    }
    return filed;
  }

  private static Picture file(
      Desk desk, Picture picture, ReportDuty duty, Assessment assessed, double afterS) {
    desk.decidedKnowing(
        EventType.REPORT_FILED, picture, report(duty).and(Facts.of("afterS", afterS)));
    if (duty.to() == Recipient.CITY || duty.to() == Recipient.PROVINCE) {
      desk.spec()
          .superior()
          .ifPresent(
              superior ->
                  desk.post(
                      superior,
                      new IncidentLetter.IncidentTold(
                          picture.number(),
                          picture.belief().sight(),
                          assessed.severity().name(),
                          picture.ruling().plan(),
                          false,
                          duty.report().written() + " report",
                          Facts.of("incident.known", desk.known(picture)))));
    }
    return picture.with(picture.dealings().filed(key(duty), desk.tick()));
  }

  private static Facts report(ReportDuty duty) {
    return Facts.of(
        "to", duty.to().written(),
        "report", duty.report().written(),
        "dueS", Assessment.seconds(duty.within()));
  }

  private static String key(ReportDuty duty) {
    return duty.to().written() + "/" + duty.report().written();
  }
}
