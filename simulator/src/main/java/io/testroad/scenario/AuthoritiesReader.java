package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.engine.WorkingCalendar;
import io.testroad.permit.AuthoritySpec;
import io.testroad.units.Term;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.yaml.MappingReader;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the permit authorities. */
final class AuthoritiesReader {

  static final AgentId BUREAU = AgentId.of("authority", AuthoritySpec.INDUSTRY);
  static final AgentId POLICE = AgentId.of("authority", AuthoritySpec.POLICE);
  static final AgentId TRANSPORT = AgentId.of("authority", AuthoritySpec.TRANSPORT);

  /** Those who confirm declarations together. */
  static final List<String> CONFIRMING =
      List.of(AuthoritySpec.INDUSTRY, AuthoritySpec.POLICE, AuthoritySpec.TRANSPORT);

  private static final Term NEVER_ASKED = new Term(1, Term.Unit.WORKING_DAYS);

  private final Reading reading;
  private Term declaration = NEVER_ASKED;
  private Term plate = NEVER_ASKED;
  private Term determination = NEVER_ASKED;
  private Term appeal = NEVER_ASKED;
  private Optional<Term> policeOpinion = Optional.empty();
  private Optional<Term> transportOpinion = Optional.empty();
  private String platePrefix = "";

  AuthoritiesReader(Reading reading) {
    this.reading = reading;
  }

  /** Reads the section. */
  void read(MappingReader root) {
    root.findMapping("authorities")
        .ifPresent(
            section -> {
              section.findMapping(BUREAU.name()).ifPresent(this::bureau);
              section.findMapping(POLICE.name()).ifPresent(this::police);
              section.findMapping(TRANSPORT.name()).ifPresent(this::transport);
              section.finish();
            });
  }

  private void bureau(MappingReader reader) {
    declaration = term(reader, "declaration-time");
    reader.finish();
  }

  private void police(MappingReader reader) {
    policeOpinion = reading.spans().findTerm(reader, "opinion-time");
    plate = term(reader, "plate-time");
    determination = term(reader, "determination-time");
    appeal = term(reader, "appeal-time");
    platePrefix = reader.findText("plate-prefix").orElse("");
    reader.finish();
  }

  private void transport(MappingReader reader) {
    transportOpinion = reading.spans().findTerm(reader, "opinion-time");
    reader.finish();
  }

  private Term term(MappingReader reader, String key) {
    return reading.spans().findTerm(reader, key).orElse(NEVER_ASKED);
  }

  /** What stands before the number on a plate. */
  String platePrefix() {
    return platePrefix;
  }

  /** The industry bureau, the traffic police and the transport bureau. */
  List<AuthoritySpec> specs(List<OperatorSpec> operators, WorkingCalendar calendar) {
    SortedMap<String, AuthoritySpec.HeldPlate> plates = new TreeMap<>();
    SortedMap<String, SortedMap<String, Optional<Term>>> punctuality = new TreeMap<>();
    for (OperatorSpec operator : operators) {
      punctuality.put(operator.fleet(), operator.conduct().punctuality());
      operator
          .papers()
          .plates()
          .forEach(
              (vehicle, held) ->
                  plates.put(
                      held.number(),
                      new AuthoritySpec.HeldPlate(vehicle, operator.fleet(), held.validUntil())));
    }
    List<AgentId> joint = List.of(BUREAU, POLICE, TRANSPORT);
    return List.of(
        new AuthoritySpec(
            BUREAU.name(), times(declaration), "", calendar, joint, new TreeMap<>(), punctuality),
        new AuthoritySpec(
            POLICE.name(),
            times(policeOpinion.orElse(declaration)),
            platePrefix,
            calendar,
            joint,
            plates,
            punctuality),
        new AuthoritySpec(
            TRANSPORT.name(),
            times(transportOpinion.orElse(declaration)),
            "",
            calendar,
            joint,
            new TreeMap<>(),
            punctuality));
  }

  private AuthoritySpec.Times times(Term opinion) {
    return new AuthoritySpec.Times(opinion, plate, determination, appeal);
  }
}
