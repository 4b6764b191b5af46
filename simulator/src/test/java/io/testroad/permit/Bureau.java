package io.testroad.permit;

import io.testroad.Fleet;
import io.testroad.Stage;
import io.testroad.engine.AgentId;
import io.testroad.engine.WorkingCalendar;
import io.testroad.policy.RuleBook;
import io.testroad.units.Term;
import io.testroad.vehicle.OperatorSpec;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The three bureaus of a town: the industry bureau needs five working days for a declaration, the
 * police three, the transport bureau four; a plate takes one, a determination ten calendar days, an
 * appeal five working days.
 */
final class Bureau {

  /** A Wednesday, at noon. */
  static final String START = "2025-03-05T12:00:00+08:00";

  static final AgentId INDUSTRY = AgentId.of("authority", "industry-bureau");
  static final AgentId POLICE = AgentId.of("authority", "traffic-police");
  static final AgentId TRANSPORT = AgentId.of("authority", "transport-bureau");

  private Bureau() {}

  /** The bureaus, and nobody else. */
  static Stage stage(RuleBook rules) {
    return stage(rules, Fleet.of("v1", "v2"));
  }

  /** The bureaus and the fleet's operator. */
  static Stage stage(RuleBook rules, Fleet fleet) {
    return bureaus(rules, fleet).with(fleet.agent(rules));
  }

  /** The bureaus alone; the fleet is known to them. */
  static Stage bureaus(RuleBook rules, Fleet fleet) {
    Stage stage = Stage.dated(START);
    agents(rules, fleet.spec()).forEach(stage::with);
    return stage;
  }

  static List<AuthorityAgent> agents(RuleBook rules, OperatorSpec fleet) {
    return List.of(
        agent(INDUSTRY, 5, rules, fleet),
        agent(POLICE, 3, rules, fleet),
        agent(TRANSPORT, 4, rules, fleet));
  }

  private static AuthorityAgent agent(AgentId id, int days, RuleBook rules, OperatorSpec fleet) {
    boolean police = id.equals(POLICE);
    SortedMap<String, AuthoritySpec.HeldPlate> plates = new TreeMap<>();
    if (police) {
      fleet
          .papers()
          .plates()
          .forEach(
              (vehicle, plate) ->
                  plates.put(
                      plate.number(),
                      new AuthoritySpec.HeldPlate(vehicle, fleet.fleet(), plate.validUntil())));
    }
    SortedMap<String, SortedMap<String, Optional<Term>>> punctuality = new TreeMap<>();
    punctuality.put(fleet.fleet(), fleet.conduct().punctuality());
    return new AuthorityAgent(
        new AuthoritySpec(
            id.name(),
            new AuthoritySpec.Times(
                workingDays(days), workingDays(1), new Term(10, Term.Unit.DAYS), workingDays(5)),
            police ? "T" : "",
            WorkingCalendar.PLAIN,
            List.of(INDUSTRY, POLICE, TRANSPORT),
            plates,
            punctuality),
        rules);
  }

  private static Term workingDays(int count) {
    return new Term(count, Term.Unit.WORKING_DAYS);
  }
}
