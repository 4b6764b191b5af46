package io.testroad.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Finding;
import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.finding.Severity;
import io.testroad.protocol.Task;
import io.testroad.yaml.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class PlanReaderTest {

  private static final String BASE =
      """
      testroad-plan: 1
      name: base
      label: { en: Base, zh: 基础 }
      parameters:
        soon: { value: 5, unit: min, meaning: m, source: { instrument: x, grade: assumption } }
        share: { value: 0.5, meaning: m, source: { instrument: x, grade: assumption } }
      severity:
        - { name: grave, when: incident.dead > 0, priority: 1, level: city }
        - { name: other-class, priority: 3, level: district }
      plans:
        - id: first
          label: { en: First, zh: 一 }
          when: incident.fire
          source: { instrument: x, grade: assumption }
          verify: [drone, camera]
          send:
            - { task: extinguish, count: "incident.vehicles / 2", within: { parameter: soon } }
            - { task: tow, kinds: [tow-truck], count: 2, when: "!incident.canMove" }
          procedure: { clear-first: incident.canMove }
          measures:
            - { close-lanes: road }
            - { limit-speed: { speed: 36 km/h, upstream: 1 km }, when: incident.expressway }
            - { sign: { upstream: 150 m, compliance: { parameter: share } } }
            - { v2x: { radius: 500 m, compliance: 0.9 } }
            - { divert: { compliance: 0.15 } }
            - { pre-emption: true }
            - { geofence: { radius: 300 m, lasts: 2 min } }
            - { video: { takes: { parameter: soon } } }
            - { ask-operator: restart }
            - { ask-operator: { measure: unlock-doors, within: 30 s } }
          escalate:
            - { to: city, when: incident.dead > 0 }
            - { after: 10 min, to: province }
          reports:
            - { to: city, report: initial, within: 1 h, when: incident.dead > 2 }
          stand-down: { when: incident.verified }
          fund: { when: incident.injured > 0 }
        - id: last
          label: { en: Last, zh: 末 }
          source: { instrument: x, grade: assumption }
      """;

  @TempDir Path directory;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private PlanBook sound(Path file) {
    Findings findings = new Findings();
    Optional<PlanBook> book = PlanReader.read(file, findings);
    assertThat(findings.list()).isEmpty();
    return book.orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> eachFaultIsFoundWhereItIs() {
    return PlanFindings.ALL.stream()
        .map(bad -> DynamicTest.dynamicTest(bad.code() + " " + bad.line(), () -> check(bad)));
  }

  private void check(PlanFindings.Bad bad) throws IOException {
    Path file = write("bad.yaml", bad.text());
    Findings findings = new Findings();
    Optional<PlanBook> book = PlanReader.read(file, findings);
    boolean warning = bad.code().endsWith("*");
    String code = bad.code().replace("*", "");
    assertThat(findings.list())
        .anySatisfy(
            finding -> {
              assertThat(finding.code()).isEqualTo(code);
              assertThat(finding.position().line()).isEqualTo(bad.line());
              assertThat(finding.severity()).isEqualTo(warning ? Severity.WARNING : Severity.ERROR);
            });
    assertThat(book.isPresent()).isEqualTo(warning);
  }

  @Test
  void allFaultsAreToldAtOnce() throws IOException {
    Path file =
        write(
            "bad.yaml",
            BASE.replace("incident.fire", "incident.fires")
                .replace("kinds: [tow-truck]", "kinds: [tow-boat]")
                .replace("radius: 300 m", "radius: 300")
                .replace("to: province", "to: moon"));
    Findings findings = new Findings();
    assertThat(PlanReader.read(file, findings)).isEmpty();
    assertThat(findings.list())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(
            "unknown-fact", "unknown-value", "missing-unit", "unknown-value");
  }

  @Test
  void everythingWrittenIsThere() throws IOException {
    Plan plan = sound(write("base.yaml", BASE)).plans().get(0);
    assertThat(plan.verify()).containsExactly(Verification.DRONE, Verification.CAMERA);
    assertThat(plan.sendings().get(0).within()).contains(Duration.ofMinutes(5));
    assertThat(plan.sendings().get(1).kinds()).containsExactly(UnitKind.TOW_TRUCK);
    assertThat(plan.measures())
        .extracting(PlannedMeasure::measure)
        .containsExactly(
            new Measure.CloseLanes(true),
            new Measure.LimitSpeed(10, 1000),
            new Measure.Sign(150, 0.5),
            new Measure.Broadcast(500, 0.9),
            new Measure.Divert(0.15),
            new Measure.PreEmption(),
            new Measure.Geofence(300, Duration.ofMinutes(2)),
            new Measure.Video(Duration.ofMinutes(5)),
            new Measure.AskOperator(OperatorMeasure.RESTART, Optional.empty()),
            new Measure.AskOperator(
                OperatorMeasure.UNLOCK_DOORS, Optional.of(Duration.ofSeconds(30))));
    assertThat(plan.escalationTimes()).containsExactly(Duration.ZERO, Duration.ofMinutes(10));
    assertThat(plan.measures().stream().map(each -> each.measure().written()).distinct())
        .containsExactlyElementsOf(MeasureForm.names());
  }

  @Test
  void aPlanOfAnInheritedIdTakesItsPlaceNewOnesComeFirst() throws IOException {
    write("base.yaml", BASE);
    String own =
        """
        testroad-plan: 1
        name: own
        label: { en: Own, zh: 本地 }
        extends: base.yaml
        without: [grave]
        parameters:
          soon: { value: 1, source: { instrument: y, grade: assumption } }
        severity:
          - { name: new-class, when: incident.icv, priority: 2, level: city }
        plans:
          - id: last
            label: { en: Own last, zh: 末 }
            source: { instrument: y, grade: assumption }
          - id: fresh
            label: { en: Fresh, zh: 新 }
            when: incident.icv
            source: { instrument: y, grade: assumption }
        """;
    PlanBook book = sound(write("own.yaml", own));
    assertThat(book.id()).isEqualTo("own");
    assertThat(book.plans()).extracting(Plan::id).containsExactly("fresh", "first", "last");
    assertThat(book.plans().get(2).label().en()).isEqualTo("Own last");
    assertThat(book.severities())
        .extracting(SeverityClass::name)
        .containsExactly("new-class", "other-class");
    assertThat(book.plans().get(1).sendings().get(0).within()).contains(Duration.ofMinutes(1));
  }

  @Test
  void aRunMayPutOtherValuesInTheirPlace() throws IOException {
    Path file = write("base.yaml", BASE);
    Scalar seven = Scalar.plain("7", Position.of("scenario"));
    PlanBook book = PlanReader.read(file, Map.of("soon", seven), new Findings()).orElseThrow();
    assertThat(book.plans().get(0).sendings().get(0).within()).contains(Duration.ofMinutes(7));
    Findings findings = new Findings();
    assertThat(PlanReader.read(file, Map.of("later", seven), findings)).isEmpty();
    assertThat(findings.list()).extracting(Finding::code).containsExactly("unknown-parameter");
  }

  @Test
  void aHugeOrMissingFileIsRefused() throws IOException {
    Path huge = directory.resolve("huge.yaml");
    Files.write(huge, new byte[PlanFileReader.MAX_BYTES + 1]);
    for (Path file : List.of(huge, directory.resolve("none.yaml"))) {
      Findings findings = new Findings();
      assertThat(PlanReader.read(file, findings)).isEmpty();
      assertThat(findings.hasErrors()).isTrue();
    }
  }

  @Test
  void asManyPlansAsFitAndNoMore() throws IOException {
    StringBuilder text = new StringBuilder("testroad-plan: 1\nname: a\nlabel: {en: A, zh: 甲}\n");
    text.append("severity:\n");
    for (int i = 0; i <= PlanFileReader.MAX_PLANS; i++) {
      text.append("  - { name: n").append(i).append(", priority: 1, level: city }\n");
    }
    Findings findings = new Findings();
    PlanReader.read(write("many.yaml", text.toString()), findings);
    assertThat(findings.list()).extracting(Finding::code).containsExactly("plan-too-large");
  }

  @Test
  void tasksAndKindsGoByTheirWrittenForms() {
    assertThat(SendingForm.TASKS).hasSize(Task.values().length).containsKey("mend-signal");
    assertThat(SendingForm.KINDS).hasSize(UnitKind.values().length).containsKey("motorcycle");
  }
}
