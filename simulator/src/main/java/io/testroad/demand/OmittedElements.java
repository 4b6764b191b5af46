package io.testroad.demand;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Counts what is left out of a demand, so that each kind is warned of once. */
final class OmittedElements {

  /** What would change traffic and isn't simulated. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "rerouter",
          "calibrator",
          "variableSpeedSign",
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
          "chargingStation",
          "containerStop",
          "parkingArea",
          "access",
          "overheadWireSegment",
          "overheadWireClamp",
          "tractionSubstation",
          "type",
          "walkingareas",
          "viewsettings");

  private final Map<String, Omission> omissions = new LinkedHashMap<>();

  private static final class Omission {
    private final String code;
    private final Position first;
    private final String message;
    private final String remedy;
    private int count;

    Omission(String code, Position first, String message, String remedy) {
      this.code = code;
      this.first = first;
      this.message = message;
      this.remedy = remedy;
    }
  }

  /** An element that no reader takes. */
  void element(XmlElement element) {
    String name = element.name();
    if (WITHOUT_EFFECT.contains(name)) {
      return;
    }
    boolean known = UNSUPPORTED.contains(name);
    count(
        known ? "unsupported-element" : "unknown-element",
        element.position(),
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
    count("unsupported-attribute", position, what, "");
  }

  private void count(String code, Position position, String message, String remedy) {
    omissions.computeIfAbsent(message, key -> new Omission(code, position, message, remedy))
        .count++;
  }

  /** Records one warning a kind, where it was met first. */
  void report(Findings findings) {
    for (Omission omission : omissions.values()) {
      String times = omission.count == 1 ? "." : "; it is there " + omission.count + " times.";
      findings.warning(omission.code, omission.first, omission.message + times, omission.remedy);
    }
  }
}
