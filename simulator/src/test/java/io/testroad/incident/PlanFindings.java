package io.testroad.incident;

import java.util.List;

/** A minimal bad plan file for each code, with what the code means for docs/plan-reference.md. */
final class PlanFindings {

  /**
   * A case.
   *
   * @param code the code that is reported, an error unless it ends in a star
   * @param line where
   * @param meaning what it means
   * @param text the file
   */
  record Bad(String code, int line, String meaning, String text) {}

  private static final String HEAD = "testroad-plan: 1\nname: a\nlabel: { en: A, zh: 甲 }\n";
  private static final String PLAN =
      HEAD
          + "plans:\n  - id: p\n    label: { en: P, zh: 丙 }\n"
          + "    source: { instrument: modelling, grade: assumption }\n";

  /** All cases. */
  static final List<Bad> ALL =
      List.of(
          new Bad("missing-key", 1, "a key is needed", "testroad-plan: 1\nname: a\n"),
          new Bad("unknown-key", 4, "there is no such key", HEAD + "plan: []\n"),
          new Bad("out-of-range", 1, "a number is too small or too large", "testroad-plan: 2\n"),
          new Bad("policy-name", 2, "this can't be a name", "testroad-plan: 1\nname: A b\n"),
          new Bad("plan-extends", 4, "the book extended can't be had", HEAD + "extends: no.yaml\n"),
          new Bad("plan-extends-cycle", 4, "the book extends itself", HEAD + "extends: bad.yaml\n"),
          new Bad("unknown-plan", 4, "`without` names nothing inherited", HEAD + "without: [x]\n"),
          new Bad(
              "duplicate-plan",
              5,
              "two plans have the same id, or two classes the same name",
              HEAD
                  + "severity: [ { name: x, priority: 1, level: city },\n"
                  + "  { name: x, priority: 2, level: city } ]\n"),
          new Bad(
              "unknown-value",
              8,
              "a word is none of those possible",
              PLAN + "    verify: [telepathy]\n"),
          new Bad(
              "expression-syntax",
              8,
              "an expression can't be read",
              PLAN + "    when: incident.fire &&\n"),
          new Bad(
              "expression-type-error",
              8,
              "an expression yields something else than is wanted",
              PLAN + "    when: incident.injured\n"),
          new Bad(
              "unknown-fact", 8, "there is no such fact", PLAN + "    when: incident.cats > 0\n"),
          new Bad(
              "unknown-parameter",
              8,
              "there is no such parameter",
              PLAN + "    reports: [ { to: city, report: initial, within: { parameter: x } } ]\n"),
          new Bad(
              "missing-unit",
              8,
              "a number has no unit",
              PLAN + "    reports: [ { to: city, report: initial, within: 10 } ]\n"),
          new Bad(
              "wrong-unit",
              8,
              "a unit doesn't belong there",
              PLAN + "    reports: [ { to: city, report: initial, within: 10 km } ]\n"),
          new Bad(
              "plan-kind",
              8,
              "a kind of unit can't do the task",
              PLAN + "    send: [ { task: tow, kinds: [drone] } ]\n"),
          new Bad(
              "plan-measure",
              8,
              "an item has no measure, or several",
              PLAN + "    measures: [ { pre-emption: true, divert: { compliance: 0.1 } } ]\n"),
          new Bad(
              "wrong-type", 8, "a value is of another kind", PLAN + "    send: { task: tow }\n"),
          new Bad(
              "policy-source-article",
              7,
              "a source said to be law names no article",
              PLAN.replace("grade: assumption", "grade: primary")),
          new Bad(
              "plan-never*",
              8,
              "*warning:* a plan stands behind one that always applies",
              PLAN + PLAN.substring(PLAN.indexOf("  - id")).replace("id: p", "id: q")),
          new Bad(
              "unused-parameter*",
              4,
              "*warning:* no plan reads a parameter",
              HEAD
                  + "parameters: { x: { value: 1, meaning: m, "
                  + "source: { instrument: modelling, grade: assumption } } }\n"));

  private PlanFindings() {}
}
