package io.testroad.permit;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.policy.Ruling;
import io.testroad.protocol.PermitLetter;
import io.testroad.units.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** How applications are taken in, looked at by those who confirm together, and decided. */
final class Applications {

  private static final String NO_VEHICLE = "";

  private final Desk desk;
  private final Sanctions sanctions;

  Applications(Desk desk, Sanctions sanctions) {
    this.desk = desk;
    this.sanctions = sanctions;
  }

  /** An application comes in; a plate is for this authority alone, all else for all together. */
  void filed(AgentId applicant, PermitLetter.ApplicationFiled filed) {
    AuthoritySpec spec = desk.spec();
    if (filed.matter() == PermitLetter.Matter.PLATE) {
      remind(spec.times().plate(), new PermitLetter.DecisionDue(applicant, filed));
      return;
    }
    desk.pending()
        .put(
            AuthorityState.Pending.key(applicant.name(), filed.application()),
            new AuthorityState.Pending(filed, new TreeMap<>()));
    for (AgentId authority : spec.joint()) {
      if (!authority.equals(spec.id())) {
        desk.out().post(authority, new PermitLetter.OpinionAsked(applicant, filed));
      }
    }
    remind(spec.times().declaration(), new PermitLetter.DecisionDue(applicant, filed));
  }

  private void remind(Term work, PermitLetter letter) {
    Instant done = desk.spec().calendar().doneAt(work, desk.turn().now()).toInstant();
    desk.out().remindAt(done, letter);
  }

  // opinions ------------------------------------------------------------------------------------

  void opinionAsked(AgentId lead, PermitLetter.OpinionAsked asked) {
    remind(
        desk.spec().times().declaration(),
        new PermitLetter.OpinionDue(lead, asked.applicant(), asked.filed()));
  }

  void opinionDue(PermitLetter.OpinionDue due) {
    List<String> reasons = opinion(due.applicant(), due.filed());
    desk.out()
        .post(
            due.lead(),
            new PermitLetter.OpinionGiven(due.applicant(), due.filed().application(), reasons));
  }

  /** What this authority has against an application, put on record. */
  private List<String> opinion(AgentId applicant, PermitLetter.ApplicationFiled filed) {
    Judgement judgement =
        desk.judgeOwnPart(moment(filed.matter()), filed.request(), applicant.name());
    sanctions.follow(judgement, applicant.name(), NO_VEHICLE);
    List<String> reasons = reasons(judgement, applicant.name());
    Facts event =
        Facts.of(
            "kind", filed.matter().written(),
            "applicant", applicant.name(),
            "verdict", reasons.isEmpty() ? "in-favour" : "against");
    desk.out()
        .record(
            EventType.OPINION_GIVEN, reasons.isEmpty() ? event : event.with("reasons", reasons));
    return reasons;
  }

  private static Moment moment(PermitLetter.Matter matter) {
    return switch (matter) {
      case DECLARATION -> Moment.DECLARATION_APPLIED;
      case CHANGE -> Moment.CHANGE_DECLARED;
      case ADDITION -> Moment.VEHICLES_ADDED;
      case PLATE -> Moment.PLATE_APPLIED;
    };
  }

  void opinionGiven(AgentId by, PermitLetter.OpinionGiven given) {
    String key = AuthorityState.Pending.key(given.applicant().name(), given.application());
    AuthorityState.Pending pending = desk.pending().find(key);
    if (pending == null) {
      return;
    }
    SortedMap<String, List<String>> opinions = new TreeMap<>(pending.opinions());
    opinions.put(by.name(), given.reasons());
    if (opinions.size() < desk.spec().joint().size()) {
      desk.pending().put(key, new AuthorityState.Pending(pending.filed(), opinions));
      return;
    }
    desk.pending().remove(key);
    decide(given.applicant(), pending.filed(), opinions);
  }

  private void decide(
      AgentId applicant,
      PermitLetter.ApplicationFiled filed,
      SortedMap<String, List<String>> opinions) {
    List<String> reasons = opinions.values().stream().flatMap(List::stream).toList();
    if (!reasons.isEmpty()) {
      refuse(applicant, filed, reasons);
    } else if (filed.matter() == PermitLetter.Matter.DECLARATION) {
      confirm(applicant, filed);
    } else if (filed.matter() == PermitLetter.Matter.CHANGE) {
      confirmChange(applicant, filed);
    } else {
      confirmAddition(applicant, filed);
    }
  }

  // decisions -----------------------------------------------------------------------------------

  void decisionDue(PermitLetter.DecisionDue due) {
    PermitLetter.ApplicationFiled filed = due.filed();
    if (filed.matter() != PermitLetter.Matter.PLATE) {
      List<String> reasons = opinion(due.applicant(), filed);
      opinionGiven(
          desk.spec().id(),
          new PermitLetter.OpinionGiven(due.applicant(), filed.application(), reasons));
      return;
    }
    String vehicle = filed.vehicle();
    String software =
        filed.request().find("vehicle.software") instanceof String version ? version : "";
    AuthorityState.VehicleRecord known =
        desk.recordOf(vehicle).of(due.applicant().name(), software);
    desk.records().put(vehicle, known);
    Facts facts =
        filed
            .request()
            .and(desk.factsOf(vehicle))
            .and(
                Facts.of(
                    "request.issue",
                    known.issues() + 1,
                    "request.renewal",
                    !known.plate().isEmpty()));
    Judgement judgement = desk.judge(Moment.PLATE_APPLIED, facts, due.applicant().name(), vehicle);
    sanctions.follow(judgement, due.applicant().name(), vehicle);
    List<String> reasons = reasons(judgement, due.applicant().name());
    if (known.status() == AuthorityState.Status.WITHDRAWN) {
      reasons.add("The vehicle's permit is withdrawn.");
    }
    if (reasons.isEmpty()) {
      issue(due.applicant(), filed);
    } else {
      refuse(due.applicant(), filed, reasons);
    }
  }

  /** What speaks against an application: what the rules say, and a bar. */
  private List<String> reasons(Judgement judgement, String applicant) {
    List<String> reasons = new ArrayList<>();
    for (Ruling ruling : judgement.refusals()) {
      for (var refuse : ruling.consequences(Consequence.Refuse.class)) {
        reasons.add(refuse.reason() + " (" + ruling.rule() + ")");
      }
    }
    Instant barred = desk.barred().find(applicant);
    if (barred != null && desk.now().isBefore(barred)) {
      reasons.add("The applicant is barred.");
    }
    return reasons;
  }

  private void refuse(
      AgentId applicant, PermitLetter.ApplicationFiled filed, List<String> reasons) {
    desk.count(desk.counts().withRefusal());
    Facts event =
        Facts.of(
            "kind", filed.matter().written(), "applicant", applicant.name(), "reasons", reasons);
    desk.out()
        .record(
            EventType.APPLICATION_REFUSED,
            filed.vehicle().isEmpty() ? event : event.with("vehicle", filed.vehicle()))
        .post(
            applicant,
            new PermitLetter.ApplicationRefused(
                filed.application(), filed.matter(), filed.vehicle(), reasons));
  }

  private void confirm(AgentId applicant, PermitLetter.ApplicationFiled filed) {
    Facts request = filed.request();
    Instant until = instant(request, "request.validUntil");
    String stage = request.getString("request.stage");
    String crew = request.getString("request.crew");
    String zone = request.getString("request.zone");
    desk.declared()
        .put(applicant.name(), new AuthorityState.Declared(filed.application(), until, request));
    desk.out()
        .record(
            EventType.DECLARATION_CONFIRMED,
            Facts.of(
                "applicant", applicant.name(),
                "stage", stage,
                "crew", crew,
                "validUntil", until))
        .post(
            applicant,
            new PermitLetter.DeclarationConfirmed(filed.application(), stage, crew, zone, until))
        .remindAt(until, new PermitLetter.DeclarationEnds(applicant, filed.application()));
    sanctions.follow(
        desk.judge(Moment.PERMIT_GRANTED, request, applicant.name(), NO_VEHICLE),
        applicant.name(),
        NO_VEHICLE);
  }

  /** A declaration ends, unless a later one has taken its place. */
  void declarationEnds(PermitLetter.DeclarationEnds ends) {
    String operator = ends.applicant().name();
    AuthorityState.Declared known = desk.declared().find(operator);
    if (known == null
        || known.application() != ends.application()
        || known.until().isAfter(desk.now())) {
      return;
    }
    desk.declared().remove(operator);
    desk.out().record(EventType.DECLARATION_ENDED, Facts.of("applicant", operator));
    for (AgentId authority : desk.spec().joint()) {
      desk.out().post(authority, new PermitLetter.DeclarationOver(ends.applicant()));
    }
    sanctions.follow(
        desk.judge(Moment.PERMIT_ENDED, known.request(), operator, NO_VEHICLE),
        operator,
        NO_VEHICLE);
  }

  private void confirmChange(AgentId applicant, PermitLetter.ApplicationFiled filed) {
    String kind = filed.request().getString("change.kind");
    String value = filed.request().getString("change.value");
    String told = value;
    if (kind.equals("period")) {
      prolong(applicant, filed.request());
      told = "until " + instant(filed.request(), "request.validUntil");
    }
    desk.out()
        .record(
            EventType.CHANGE_CONFIRMED,
            Facts.of(
                "applicant", applicant.name(), "change", told.isEmpty() ? kind : kind + " " + told))
        .post(applicant, new PermitLetter.ChangeConfirmed(filed.application(), kind, value));
  }

  private void prolong(AgentId applicant, Facts request) {
    AuthorityState.Declared known = desk.declared().find(applicant.name());
    if (known != null) {
      Instant until = instant(request, "request.validUntil");
      desk.declared()
          .put(
              applicant.name(),
              new AuthorityState.Declared(known.application(), until, known.request()));
      desk.out().remindAt(until, new PermitLetter.DeclarationEnds(applicant, known.application()));
    }
  }

  @SuppressWarnings("unchecked") // lists of facts hold texts
  private void confirmAddition(AgentId applicant, PermitLetter.ApplicationFiled filed) {
    List<String> vehicles =
        filed.request().find("request.names") instanceof List<?> names
            ? (List<String>) names
            : List.of();
    desk.out()
        .record(
            EventType.VEHICLES_ADDED,
            Facts.of("applicant", applicant.name(), "vehicles", vehicles.size()))
        .post(applicant, new PermitLetter.AdditionConfirmed(filed.application(), vehicles));
  }

  private void issue(AgentId applicant, PermitLetter.ApplicationFiled filed) {
    String vehicle = filed.vehicle();
    AuthorityState.VehicleRecord known = desk.recordOf(vehicle);
    desk.count(desk.counts().withPlate());
    String plate =
        String.format(
            Locale.ROOT, "%s%04d", desk.spec().platePrefix(), desk.counts().platesIssued());
    Instant from = instant(filed.request(), "request.validFrom");
    Instant until = instant(filed.request(), "request.validUntil");
    boolean renewal = !known.plate().isEmpty();
    if (renewal) {
      handIn(vehicle, known.plate());
    }
    Facts event = Facts.of("plate", plate, "vehicle", vehicle, "validUntil", until);
    desk.out()
        .record(
            renewal ? EventType.PLATE_RENEWED : EventType.PLATE_ISSUED,
            renewal ? event : event.with("validFrom", from));
    desk.plates().put(plate, new AuthorityState.Plate(vehicle, until, "valid"));
    desk.records().put(vehicle, known.withPlate(plate));
    var letter = new PermitLetter.PlateIssued(vehicle, plate, from, until);
    desk.out().post(applicant, letter).post(AgentId.vehicle(vehicle), letter);
  }

  /** The old plate is handed in for the new one; one that has expired has ended already. */
  private void handIn(String vehicle, String number) {
    AuthorityState.Plate old = desk.plates().find(number);
    if (old == null || !old.standing().equals("valid")) {
      return;
    }
    desk.plates().put(number, old.with("returned"));
    if (old.validUntil().isAfter(desk.now())) {
      desk.out().record(EventType.PLATE_RETURNED, Facts.of("plate", number, "vehicle", vehicle));
    }
  }

  static Instant instant(Facts facts, String name) {
    if (facts.find(name) instanceof Instant instant) {
      return instant;
    }
    throw new IllegalArgumentException("no instant " + name + " in " + facts);
  }
}
