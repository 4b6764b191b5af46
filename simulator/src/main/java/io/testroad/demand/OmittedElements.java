package io.testroad.demand;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.CountedWarnings;
import io.testroad.network.XmlElement;
import java.util.Set;

/** Counts what is left out of a demand, so that each kind is warned of once. */
final class OmittedElements {

  /** What would change traffic and isn't simulated. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "rerouter",
          "calibrator",
          "variableSpeedSign",
          "vaporizer",
          "person",
          "personFlow",
          "container",
          "containerFlow",
          "WAUT",
          "wautJunction",
          "include");

  /** What has no effect on traffic. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "param",
          "location",
          "e1Detector",
          "inductionLoop",
          "instantInductionLoop",
          "e2Detector",
          "laneAreaDetector",
          "e3Detector",
          "entryExitDetector",
          "routeProbe",
          "vTypeProbe",
          "edgeData",
          "laneData",
          "edgeMeanData",
          "laneMeanData",
          "edgeRelations",
          "timedEvent",
          "poly",
          "polygon",
          "poi",
          "taz",
          "tazs",
          "parkingArea",
          "access",
          "overheadWireSegment",
          "overheadWireClamp",
          "tractionSubstation",
          "type",
          "parkingSpace",
          "instantE1Detector",
          "meanData",
          "ptLine",
          "interval",
          "roundabout",
          "walkingareas",
          "viewsettings");

  private final CountedWarnings warnings = new CountedWarnings();

  /** An element that no reader takes. */
  void element(XmlElement element) {
    String name = element.name();
    if (WITHOUT_EFFECT.contains(name)) {
      return;
    }
    boolean known = UNSUPPORTED.contains(name);
    warnings.count(
        known ? "unsupported-element" : "unknown-element",
        element,
        "<" + name + "> is " + (known ? "not simulated" : "not known here") + " and left out",
        known ? "" : "Check the spelling and the element it stands in.");
  }

  /** An attribute that would change traffic and isn't simulated. */
  void attribute(XmlElement element, String attribute, String consequence) {
    attribute(element.position(), element.name(), attribute, consequence);
  }

  /** An attribute of an element read before. */
  void attribute(Position position, String element, String attribute, String consequence) {
    String what = "<" + element + " " + attribute + "> is not simulated: " + consequence;
    warnings.count("unsupported-attribute", position, what, "");
  }

  /** What is doubtful about an element. */
  void doubt(XmlElement element, String code, String message, String remedy) {
    warnings.count(code, element, message, remedy);
  }

  /** What is counted. */
  CountedWarnings warnings() {
    return warnings;
  }

  /** Records one warning a kind, where it was met first. */
  void report(Findings findings) {
    warnings.report(findings);
  }
}
