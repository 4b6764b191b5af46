package io.testroad.demand;

import io.testroad.demand.VehicleType.LaneChangeModel;
import io.testroad.demand.VehicleType.Model;
import io.testroad.finding.Findings;
import io.testroad.network.XmlElement;
import java.util.List;

/**
 * SUMO's names of models, and what takes the place of those that are not simulated, with a warning.
 */
final class ModelText {

  private static final List<String> SIMULATED =
      List.of("Krauss", "KraussOrig1", "IDM", "IIDM", "ACC", "CACC");

  private static final List<String> OTHERS =
      List.of(
          "SmartSK",
          "Daniel1",
          "PWagner2009",
          "PW2009",
          "BKerner",
          "Wiedemann",
          "W99",
          "CC",
          "Rail",
          "GippsModel");

  private ModelText() {}

  /** The car-following model of a name. SUMO's ACC is that of the PATH programme. */
  static Model carFollowing(XmlElement element, String written) {
    return switch (written) {
      case "Krauss", "KraussOrig1" -> Model.KRAUSS;
      case "IDM" -> Model.IDM;
      case "IIDM" -> Model.IIDM;
      case "ACC" -> Model.PATH_ACC;
      case "CACC" -> Model.CACC;
      case "EIDM", "IDMM" -> replaced(element, written, "IDM", Model.IDM);
      case "KraussPS", "KraussAccelBound", "KraussX" ->
          replaced(element, written, "Krauss", Model.KRAUSS);
      default -> replaced(element, written, "Krauss", Model.KRAUSS);
    };
  }

  private static Model replaced(XmlElement element, String written, String name, Model model) {
    element.doubt(
        "model-replaced",
        "The car-following model '" + written + "' is not simulated; " + name + " takes its place.",
        Findings.nearest(written, SIMULATED)
            .filter(near -> !OTHERS.contains(written) && near.equalsIgnoreCase(written))
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Use one of " + String.join(", ", SIMULATED) + "."));
    return model;
  }

  /** The lane-change model of a name; those of SUMO are all driven like its default. */
  static LaneChangeModel laneChange(XmlElement element, String written) {
    if (written.equalsIgnoreCase("MOBIL")) {
      return LaneChangeModel.MOBIL;
    }
    if (!written.equals("LC2013") && !written.equals("default")) {
      element.doubt(
          "model-replaced",
          "The lane-change model '" + written + "' is not simulated; LC2013 takes its place.",
          "Use LC2013 or MOBIL.");
    }
    return LaneChangeModel.SUMO;
  }
}
