package io.testroad.scenario;

import io.testroad.engine.AgentId;
import io.testroad.permit.AuthoritySpec;
import io.testroad.yaml.MappingReader;
import java.time.Duration;
import java.util.List;

/** Reads the permit authorities. */
final class AuthoritiesReader {

  static final AgentId BUREAU = AgentId.of("authority", "industry-bureau");
  static final AgentId POLICE = AgentId.of("authority", "traffic-police");

  private static final Duration NEVER_ASKED = Duration.ofDays(1);

  private final Reading reading;
  private Duration declarationTime = NEVER_ASKED;
  private Duration plateTime = NEVER_ASKED;
  private String platePrefix = "";

  AuthoritiesReader(Reading reading) {
    this.reading = reading;
  }

  /** The bureau that confirms declarations and the police who issue plates. */
  List<AuthoritySpec> read(MappingReader root) {
    root.findMapping("authorities")
        .ifPresent(
            section -> {
              section.findMapping("industry-bureau").ifPresent(this::bureau);
              section.findMapping("traffic-police").ifPresent(this::police);
              section.finish();
            });
    return List.of(
        new AuthoritySpec(BUREAU.name(), declarationTime, NEVER_ASKED, ""),
        new AuthoritySpec(POLICE.name(), NEVER_ASKED, plateTime, platePrefix));
  }

  private void bureau(MappingReader reader) {
    declarationTime = reading.spans().get(reader, "declaration-time");
    reader.finish();
  }

  private void police(MappingReader reader) {
    plateTime = reading.spans().get(reader, "plate-time");
    platePrefix = reader.findText("plate-prefix").orElse("");
    reader.finish();
  }
}
