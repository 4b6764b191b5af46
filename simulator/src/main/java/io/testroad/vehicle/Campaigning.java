package io.testroad.vehicle;

import io.testroad.engine.AgentId;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.policy.Consequence;
import io.testroad.policy.Judgement;
import io.testroad.policy.Moment;
import io.testroad.protocol.PermitLetter;
import io.testroad.protocol.VehicleLetter;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator applies for, and what it does with the answers. */
final class Campaigning {

  private static final Duration BEFORE_ANOTHER_TRY = Duration.ofDays(1);

  /** Stands for a vehicle where an application covers the fleet. */
  private static final String FLEET = "";

  /** Stands for the number of a stage where none is applied for. */
  private static final int NO_STAGE = -1;

  private final OperatorDesk desk;
  private final OperatorSpec spec;
  private final Experience experience;

  Campaigning(OperatorDesk desk, Experience experience) {
    this.desk = desk;
    spec = desk.spec();
    this.experience = experience;
  }

  /** Sets the timers of the stages whose time is given, and of the plates there are. */
  void begin() {
    List<OperatorSpec.StageStep> stages =
        spec.campaign().map(OperatorSpec.Campaign::stages).orElse(List.of());
    for (int i = 0; i < stages.size(); i++) {
      var due = new VehicleLetter.CampaignDue(i);
      stages.get(i).after().ifPresent(after -> desk.out().remind(after, due));
    }
    OperatorState.Declared declared = desk.declared();
    if (declared != null) {
      remindOfDeclaration(declared);
      spec.vehicles().forEach(vehicle -> remindOfRenewal(vehicle, declared));
    }
  }

  // declarations --------------------------------------------------------------------------------

  /**
   * The time of a stage has come: it is applied for, even where an earlier one wasn't confirmed,
   * which is given up then.
   */
  void due(int stage) {
    if (desk.step() <= stage) {
      declare(stage, 0);
    }
  }

  private Optional<OperatorSpec.StageStep> next() {
    return spec.campaign()
        .map(OperatorSpec.Campaign::stages)
        .filter(stages -> desk.step() < stages.size())
        .map(stages -> stages.get(desk.step()));
  }

  private boolean waitsFor(PermitLetter.Matter matter, String vehicle) {
    return desk.filed().entries().values().stream()
        .anyMatch(filed -> filed.matter() == matter && filed.vehicle().equals(vehicle));
  }

  /** Applies for the next stage if its time isn't given and the rules would allow it now. */
  void applyWhenReady() {
    Optional<OperatorSpec.StageStep> step = next();
    if (step.isEmpty()
        || step.get().after().isPresent()
        || desk.declared() == null
        || waitsFor(PermitLetter.Matter.DECLARATION, FLEET)) {
      return;
    }
    Facts request = declaration(step.get()).with("now", desk.now());
    if (Judgement.of(desk.rules(), Moment.DECLARATION_APPLIED, request).refusals().isEmpty()) {
      declare(desk.step(), 0);
    }
  }

  private void declare(int stage, int tries) {
    desk.step(stage + 1);
    OperatorSpec.StageStep step = spec.campaign().orElseThrow().stages().get(stage);
    file(PermitLetter.Matter.DECLARATION, FLEET, stage, declaration(step), tries);
  }

  private Facts declaration(OperatorSpec.StageStep step) {
    OffsetDateTime now = desk.turn().now();
    OperatorState.Declared before = desk.declared();
    return request(PermitLetter.Matter.DECLARATION, step.zone())
        .and(
            Facts.of(
                "request.stage", step.stage(),
                "request.crew", step.crew(),
                "request.zone", step.zone(),
                "request.vehicles", admitted(),
                "request.renewal", before != null,
                "request.validFrom", now.toInstant(),
                "request.validUntil", now.plus(step.period()).toInstant()));
  }

  private long admitted() {
    return desk.dossiers().entries().values().stream()
        .filter(OperatorState.Dossier::admitted)
        .count();
  }

  /** The facts of any request of this operator that is about a zone. */
  private Facts request(PermitLetter.Matter matter, String zone) {
    OperatorSpec.Campaign campaign = spec.campaign().orElseThrow();
    OperatorState.Declared before = desk.declared();
    Instant until = before == null ? Instant.EPOCH : before.until();
    OperatorSpec.Ground ground = spec.grounds().get(zone);
    List<String> roads = ground == null ? List.of() : List.copyOf(ground.lengths().keySet());
    return spec.papers()
        .facts()
        .and(desk.given())
        .and(campaign.request())
        .and(experience.facts(roads, campaign.brought()))
        .and(
            Facts.of(
                "operator.name",
                spec.fleet(),
                "operator.vehicles",
                desk.plated(),
                "request.kind",
                matter.written(),
                "request.roads",
                roads,
                "request.certificateUntil",
                until,
                "request.confirmedBy",
                before == null ? List.of() : campaign.confirmations(),
                "request.previousStage",
                before == null ? "none" : before.stage(),
                "request.previousCrew",
                before == null ? "" : before.crew(),
                "vehicle.software",
                desk.software()));
  }

  private void file(
      PermitLetter.Matter matter, String vehicle, int stage, Facts request, int tries) {
    int number = desk.nextApplication();
    OperatorSpec.Campaign campaign = spec.campaign().orElseThrow();
    desk.filed().put(number, new OperatorState.Filed(matter, vehicle, stage, tries, request));
    Facts event = Facts.of("kind", matter.written(), "applicant", spec.fleet());
    if (matter == PermitLetter.Matter.DECLARATION) {
      event = event.with("stage", request.getString("request.stage"));
    }
    desk.out()
        .record(
            EventType.APPLICATION_FILED, vehicle.isEmpty() ? event : event.with("vehicle", vehicle))
        .post(
            matter == PermitLetter.Matter.PLATE ? campaign.plates() : campaign.leads(),
            new PermitLetter.ApplicationFiled(number, matter, vehicle, request));
  }

  /** A declaration was confirmed: the vehicles are told, and those without plates get some. */
  void confirmed(PermitLetter.DeclarationConfirmed confirmed) {
    OperatorState.Filed filed = desk.filed().remove(confirmed.application());
    OperatorState.Declared before = desk.declared();
    var declared =
        new OperatorState.Declared(
            confirmed.application(),
            confirmed.stage(),
            confirmed.crew(),
            confirmed.zone(),
            filed == null ? desk.now() : instant(filed.request(), "request.validFrom"),
            confirmed.validUntil());
    desk.declare(declared);
    if (before != null && !before.stage().equals(confirmed.stage())) {
      experience.begin();
    }
    remindOfDeclaration(declared);
    for (String vehicle : spec.vehicles()) {
      if (desk.dossier(vehicle).admitted()) {
        desk.out().post(AgentId.vehicle(vehicle), confirmed);
        if (!holdsPlate(vehicle)) {
          applyForPlate(vehicle);
        } else if (before == null || !desk.dossier(vehicle).plateUntil().isBefore(before.until())) {
          remindOfRenewal(vehicle, declared); // it lasted as long as the declaration before
        }
      }
    }
  }

  private static Instant instant(Facts request, String fact) {
    if (request.find(fact) instanceof Instant instant) {
      return instant;
    }
    throw new IllegalArgumentException("no instant " + fact + " in " + request);
  }

  /** Sets the timer of the application for the declaration that is to follow. */
  private void remindOfDeclaration(OperatorState.Declared declared) {
    spec.campaign()
        .flatMap(OperatorSpec.Campaign::declarationLead)
        .ifPresent(
            lead ->
                desk.out()
                    .remindAt(
                        declared.until().minus(lead),
                        new VehicleLetter.DeclarationRenewalDue(declared.application())));
  }

  private boolean holdsPlate(String vehicle) {
    OperatorState.Dossier dossier = desk.dossier(vehicle);
    return !dossier.plate().isEmpty() && dossier.plateUntil().isAfter(desk.now());
  }

  /** The declaration is to be followed by another of the same stage. */
  void renewDeclaration(int application) {
    OperatorState.Declared declared = desk.declared();
    if (declared != null && declared.application() == application && isRenewalDue(declared)) {
      renewDeclaration(declared, 0);
    }
  }

  /** Not when it was prolonged since the timer was set. */
  private boolean isRenewalDue(OperatorState.Declared declared) {
    return spec.campaign()
        .flatMap(OperatorSpec.Campaign::declarationLead)
        .filter(lead -> desk.now().isBefore(declared.until().minus(lead)))
        .isEmpty();
  }

  private void renewDeclaration(OperatorState.Declared declared, int tries) {
    if (waitsFor(PermitLetter.Matter.DECLARATION, FLEET)) {
      return;
    }
    OperatorSpec.Campaign campaign = spec.campaign().orElseThrow();
    Period period =
        campaign.stages().stream()
            .filter(step -> step.stage().equals(declared.stage()))
            .filter(step -> step.crew().equals(declared.crew()))
            .map(OperatorSpec.StageStep::period)
            .findFirst()
            .orElse(Period.ofYears(1));
    var same =
        new OperatorSpec.StageStep(
            declared.stage(), declared.crew(), declared.zone(), Optional.empty(), period);
    file(PermitLetter.Matter.DECLARATION, FLEET, NO_STAGE, declaration(same), tries);
  }

  // plates --------------------------------------------------------------------------------------

  /** Applies for a plate, or its renewal, while the declaration lasts. */
  void applyForPlate(String vehicle) {
    applyForPlate(vehicle, 0);
  }

  private void applyForPlate(String vehicle, int tries) {
    OperatorSpec.Campaign campaign = spec.campaign().orElseThrow();
    OffsetDateTime from = desk.turn().now();
    OperatorState.Declared declared = desk.declared();
    if (declared == null
        || desk.dossier(vehicle).status().equals("withdrawn")
        || waitsFor(PermitLetter.Matter.PLATE, vehicle)) {
      return;
    }
    Instant until = from.plusMonths(campaign.plateMonths()).toInstant();
    if (campaign.capPlates()) {
      until = earlier(earlier(until, declared.until()), spec.papers().insuredUntil());
      Instant held = desk.dossier(vehicle).plateUntil();
      if (!until.isAfter(from.toInstant()) || !until.isAfter(held)) {
        return; // it would last no longer than the one there is
      }
    }
    Facts request =
        request(PermitLetter.Matter.PLATE, declared.zone())
            .and(
                Facts.of(
                    "request.stage", declared.stage(),
                    "request.crew", declared.crew(),
                    "request.validFrom", from.toInstant(),
                    "request.validUntil", until,
                    "vehicle.name", vehicle));
    file(PermitLetter.Matter.PLATE, vehicle, NO_STAGE, request, tries);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  void plateIssued(PermitLetter.PlateIssued issued) {
    String vehicle = issued.vehicle();
    forget(PermitLetter.Matter.PLATE, vehicle);
    desk.dossiers()
        .put(vehicle, desk.dossier(vehicle).withPlate(issued.plate(), issued.validUntil()));
    if (desk.dossier(vehicle).detained()) {
      desk.out()
          .post(
              OperatorDesk.POLICE,
              new PermitLetter.ReleaseAsked(vehicle, Consequence.Until.PLATED));
    }
    OperatorState.Declared declared = desk.declared();
    if (declared != null) {
      remindOfRenewal(vehicle, declared);
    }
  }

  private void forget(PermitLetter.Matter matter, String vehicle) {
    Integer known = null;
    for (var filed : desk.filed().entries().entrySet()) {
      if (filed.getValue().matter() == matter && filed.getValue().vehicle().equals(vehicle)) {
        known = filed.getKey();
        break;
      }
    }
    if (known != null) {
      desk.filed().remove(known);
    }
  }

  /** A plate that lasts as long as the declaration has nothing to be renewed for. */
  private void remindOfRenewal(String vehicle, OperatorState.Declared declared) {
    OperatorState.Dossier dossier = desk.dossier(vehicle);
    Optional<Duration> lead = spec.campaign().flatMap(OperatorSpec.Campaign::renewalLead);
    if (lead.isPresent()
        && !dossier.plate().isEmpty()
        && dossier.plateUntil().isBefore(declared.until())) {
      desk.out()
          .remindAt(dossier.plateUntil().minus(lead.get()), new VehicleLetter.RenewalDue(vehicle));
    }
  }

  /** The police hold a vehicle until it has a plate: one is applied for if it has none. */
  void detained(PermitLetter.VehicleDetained detained) {
    if (detained.until() == Consequence.Until.PLATED
        && spec.campaign().isPresent()
        && desk.dossier(detained.vehicle()).admitted()
        && !holdsPlate(detained.vehicle())) {
      applyForPlate(detained.vehicle());
    }
  }

  // refusals ------------------------------------------------------------------------------------

  /**
   * An application was refused; it is filed again a day later if the operator is patient. If not, a
   * stage whose time was given is given up; another will be applied for when it seems ready again.
   */
  void refused(PermitLetter.ApplicationRefused refused) {
    OperatorState.Filed filed = desk.filed().remove(refused.application());
    if (filed == null) {
      return;
    }
    if (filed.tries() < spec.conduct().tries()) {
      desk.filed().put(refused.application(), filed.refused());
      desk.out().remind(BEFORE_ANOTHER_TRY, new VehicleLetter.AnotherTryDue(refused.application()));
    } else if (filed.stage() != NO_STAGE
        && desk.step() == filed.stage() + 1
        && spec.campaign().orElseThrow().stages().get(filed.stage()).after().isEmpty()) {
      desk.step(filed.stage());
    }
  }

  void anotherTry(VehicleLetter.AnotherTryDue due) {
    OperatorState.Filed filed = desk.filed().remove(due.application());
    if (filed == null) {
      return;
    }
    OperatorState.Declared declared = desk.declared();
    switch (filed.matter()) {
      case PLATE -> applyForPlate(filed.vehicle(), filed.tries());
      case CHANGE -> wantChange(change(filed.request()), filed.tries());
      case ADDITION -> wantAddition(addition(filed.request()), filed.tries());
      case DECLARATION -> {
        if (filed.stage() == NO_STAGE) {
          if (declared != null) {
            renewDeclaration(declared, filed.tries());
          }
        } else if (desk.step() == filed.stage() + 1) {
          declare(filed.stage(), filed.tries());
        }
      }
    }
  }

  private static VehicleLetter.ChangeWanted change(Facts request) {
    return new VehicleLetter.ChangeWanted(
        request.getString("change.kind"), request.getString("change.value"));
  }

  @SuppressWarnings("unchecked") // lists of facts hold texts
  private static VehicleLetter.AdditionWanted addition(Facts request) {
    return new VehicleLetter.AdditionWanted(
        request.find("request.names") instanceof List<?> names ? (List<String>) names : List.of(),
        Boolean.TRUE.equals(request.find("addition.identical")));
  }

  // changes and additions -----------------------------------------------------------------------

  /** Declares a change; it is made when it is confirmed. */
  void wantChange(VehicleLetter.ChangeWanted wanted) {
    wantChange(wanted, 0);
  }

  private void wantChange(VehicleLetter.ChangeWanted wanted, int tries) {
    OperatorState.Declared declared = desk.declared();
    if (declared == null || spec.campaign().isEmpty()) {
      return;
    }
    String zone = wanted.kind().equals("roads") ? wanted.value() : declared.zone();
    boolean longer = wanted.kind().equals("period");
    Instant until = longer ? later(declared.until(), wanted.value()) : declared.until();
    Facts request =
        request(PermitLetter.Matter.CHANGE, zone)
            .and(
                Facts.of(
                    "request.stage", declared.stage(),
                    "request.crew", declared.crew(),
                    "request.validFrom", longer ? declared.from() : desk.now(),
                    "request.validUntil", until,
                    "change.kind", wanted.kind(),
                    "change.value", wanted.value(),
                    "change.speedLimitIncreaseMps", rise(declared.zone(), zone)));
    file(PermitLetter.Matter.CHANGE, FLEET, NO_STAGE, request, tries);
  }

  /** By how much the mean speed limit of the roads declared rises, m/s; 0 where it doesn't. */
  private double rise(String from, String to) {
    OperatorSpec.Ground before = spec.grounds().get(from);
    OperatorSpec.Ground after = spec.grounds().get(to);
    return before == null || after == null
        ? 0.0
        : Math.max(0.0, after.speedLimitMps() - before.speedLimitMps());
  }

  private Instant later(Instant until, String period) {
    return until.atOffset(desk.turn().now().getOffset()).plus(Period.parse(period)).toInstant();
  }

  void changeConfirmed(PermitLetter.ChangeConfirmed confirmed) {
    OperatorState.Filed filed = desk.filed().remove(confirmed.application());
    OperatorState.Declared old = desk.declared();
    if (confirmed.kind().equals("period")) {
      if (old != null && filed != null) {
        prolong(old, instant(filed.request(), "request.validUntil"));
      }
      return;
    }
    if (confirmed.kind().equals("roads") && old != null) {
      desk.declare(old.in(confirmed.value()));
    } else if (confirmed.kind().equals("software")) {
      desk.software(confirmed.value());
    }
    for (String vehicle : spec.vehicles()) {
      if (desk.dossier(vehicle).admitted()) {
        desk.out().post(AgentId.vehicle(vehicle), confirmed);
      }
    }
  }

  /** The declaration lasts longer; plates that ended with it can follow one another until then. */
  private void prolong(OperatorState.Declared old, Instant until) {
    OperatorState.Declared longer = old.until(until);
    desk.declare(longer);
    remindOfDeclaration(longer);
    for (String vehicle : spec.vehicles()) {
      OperatorState.Dossier dossier = desk.dossier(vehicle);
      if (dossier.admitted()) {
        desk.out().post(AgentId.vehicle(vehicle), confirmation(longer));
        if (!dossier.plateUntil().isBefore(old.until())) {
          remindOfRenewal(vehicle, longer);
        }
      }
    }
  }

  private static PermitLetter.DeclarationConfirmed confirmation(OperatorState.Declared declared) {
    return new PermitLetter.DeclarationConfirmed(
        declared.application(),
        declared.stage(),
        declared.crew(),
        declared.zone(),
        declared.until());
  }

  /** Asks for more vehicles to be taken into the declaration. */
  void wantAddition(VehicleLetter.AdditionWanted wanted) {
    wantAddition(wanted, 0);
  }

  private void wantAddition(VehicleLetter.AdditionWanted wanted, int tries) {
    OperatorState.Declared declared = desk.declared();
    if (declared == null || spec.campaign().isEmpty()) {
      return;
    }
    Facts request =
        request(PermitLetter.Matter.ADDITION, declared.zone())
            .and(
                Facts.of(
                    "request.stage", declared.stage(),
                    "request.crew", declared.crew(),
                    "request.validFrom", desk.now(),
                    "request.validUntil", declared.until(),
                    "request.vehicles", wanted.vehicles().size(),
                    "request.names", wanted.vehicles(),
                    "addition.identical", wanted.identical()));
    file(PermitLetter.Matter.ADDITION, FLEET, NO_STAGE, request, tries);
  }

  void additionConfirmed(PermitLetter.AdditionConfirmed confirmed) {
    desk.filed().remove(confirmed.application());
    OperatorState.@Nullable Declared declared = desk.declared();
    for (String vehicle : confirmed.vehicles()) {
      desk.dossiers().put(vehicle, desk.dossier(vehicle).admittedToo());
      if (declared != null) {
        desk.out().post(AgentId.vehicle(vehicle), confirmation(declared));
        applyForPlate(vehicle);
      }
    }
  }
}
