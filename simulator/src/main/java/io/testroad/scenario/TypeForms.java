package io.testroad.scenario;

import static io.testroad.scenario.ValueShape.choice;

import io.testroad.demand.VehicleType.LaneChangeModel;
import io.testroad.demand.VehicleType.Model;
import io.testroad.network.VehicleClass;
import io.testroad.scenario.ValueShape.Kind;
import io.testroad.scenario.ValueShape.Part;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The parts of a vehicle type. */
final class TypeForms {

  static final Form LANE_CHANGE =
      Form.of(
              "lane-change",
              "'lane-change'",
              "How vehicles of a type change lanes. Eagerness is SUMO's: 1 is normal, 0 is none.")
          .may(
              "model",
              choice(words(LaneChangeModel.values(), LaneChangeModel::written)),
              "",
              "lane-change model: like SUMO's LC2013, or MOBIL",
              "mobil")
          .may("strategic", Kind.NUMBER, "", "eagerness to follow the route", "1")
          .may("cooperative", Kind.NUMBER, "", "eagerness to help others", "1")
          .may("speed-gain", Kind.NUMBER, "", "eagerness to go faster", "1")
          .may("keep-right", Kind.NUMBER, "", "eagerness to keep right", "1")
          .may("assertive", Kind.NUMBER, "", "demanded gaps are divided by it", "1")
          .may("politeness", Kind.NUMBER, "", "MOBIL's p, 0 to 1", "0.2")
          .may("threshold", Kind.NUMBER, "", "MOBIL's a_thr, m/s²", "0.2")
          .may("safe-deceleration", Kind.ACCELERATION, "", "MOBIL's b_safe", "4 m/s2")
          .may("bias", Kind.NUMBER, "", "MOBIL's preference for the right, m/s²", "0.2");

  static final Form PATH_ACC =
      Form.of(
              "path-acc",
              "'path-acc'",
              "Gains of the PATH adaptive cruise control: of the gap error in 1/s², of its rate in"
                  + " 1/s.")
          .may("speed", Kind.NUMBER, "", "of the speed error with nobody ahead, 1/s", "0.4")
          .may("gap", Kind.NUMBER, "", "near the wanted gap (k1)", "0.23")
          .may("gap-rate", Kind.NUMBER, "", "of its rate near the wanted gap (k2)", "0.07")
          .may("closing", Kind.NUMBER, "", "beyond the wanted gap", "0.04")
          .may("closing-rate", Kind.NUMBER, "", "of its rate beyond the wanted gap", "0.8")
          .may("avoidance", Kind.NUMBER, "", "below the wanted gap", "0.8")
          .may("avoidance-rate", Kind.NUMBER, "", "of its rate below the wanted gap", "0.23");

  static final Form CACC =
      Form.of(
              "cacc",
              "'cacc'",
              "Gains of the PATH cooperative adaptive cruise control: change of speed in a tenth of"
                  + " a second by the gap error, 1/s, and by its rate.")
          .may("speed", Kind.NUMBER, "", "of the speed error with nobody ahead, 1/s", "0.4")
          .may("gap", Kind.NUMBER, "", "near the wanted gap (kp)", "0.45")
          .may(
              "gap-rate",
              Kind.NUMBER,
              "",
              "of its rate near the wanted gap (kd); published 0.25, in SUMO 0.0125",
              "0.25")
          .may("closing", Kind.NUMBER, "", "beyond the wanted gap", "0.005")
          .may("closing-rate", Kind.NUMBER, "", "of its rate beyond the wanted gap", "0.05")
          .may("avoidance", Kind.NUMBER, "", "below the wanted gap", "0.45")
          .may("avoidance-rate", Kind.NUMBER, "", "of its rate below the wanted gap", "0.05")
          .may(
              "fallback-headway",
              Kind.DURATION,
              "",
              "headway behind a leader without such a controller, driving by path-acc",
              "1 s");

  static final Form RSS =
      Form.of("rss", "'rss'", "The envelope of Responsibility-Sensitive Safety around the model.")
          .may("on", Kind.BOOLEAN, "", "whether it is kept; not unless said", "true")
          .may("response", Kind.DURATION, "", "own response time", "1 s")
          .may("other-response", Kind.DURATION, "", "response time granted to others", "2 s")
          .may("acceleration", Kind.ACCELERATION, "", "hardest within the response", "3.5 m/s2")
          .may("brake-min", Kind.ACCELERATION, "", "least braking of who must brake", "4 m/s2")
          .may("brake-max", Kind.ACCELERATION, "", "hardest braking of one ahead", "8 m/s2")
          .may(
              "brake-min-correct",
              Kind.ACCELERATION,
              "",
              "least braking on the own lane against one who comes towards it",
              "3 m/s2")
          .may("lateral-acceleration", Kind.ACCELERATION, "", "hardest lateral", "0.2 m/s2")
          .may("lateral-brake", Kind.ACCELERATION, "", "least lateral braking", "0.8 m/s2")
          .may("lateral-margin", Kind.DISTANCE, "", "kept for small movements", "0.1 m");

  static final Form TYPE =
      Form.of(
              "type",
              "a vehicle type",
              "What vehicles of a kind share. What isn't said comes from the built-in type of that"
                  + " name if there is one, else from SUMO's defaults for the class.")
          .may(
              "class",
              choice(Arrays.stream(VehicleClass.values()).map(VehicleClass::written).toList()),
              "",
              "vehicle class, which permissions of lanes look at; passenger if nothing says"
                  + " otherwise",
              "passenger")
          .may(
              "model",
              choice(words(Model.values(), Model::written)),
              "",
              "car-following model",
              "idm")
          .may("length", Kind.DISTANCE, "", "length", "4.9 m")
          .may("width", Kind.DISTANCE, "", "width", "1.9 m")
          .may("min-gap", Kind.DISTANCE, "", "gap kept when standing (IDM: s0)", "2 m")
          .may("max-speed", Kind.SPEED, "", "technical top speed", "80 km/h")
          .may("acceleration", Kind.ACCELERATION, "", "acceleration (IDM: a)", "1.5 m/s2")
          .may(
              "deceleration",
              Kind.ACCELERATION,
              "",
              "comfortable deceleration (IDM: b)",
              "2.0 m/s2")
          .may(
              "emergency-deceleration", Kind.ACCELERATION, "", "hardest possible braking", "8 m/s2")
          .may("headway", Kind.DURATION, "", "desired time headway (IDM: T)", "1.5 s")
          .may(
              "action-step",
              Kind.DURATION,
              "",
              "time between two decisions, the reaction time; 0 s: every tick",
              "0.8 s")
          .may("sigma", Kind.NUMBER, "", "Krauss' dawdling, 0 to 1", "0.5")
          .may("delta", Kind.NUMBER, "", "IDM's acceleration exponent", "4")
          .may("speed-factor", Kind.NUMBER, "", "mean factor applied to speed limits", "1.0")
          .may(
              "speed-deviation",
              Kind.NUMBER,
              "",
              "standard deviation of that factor between vehicles",
              "0.1")
          .may("impatience", Kind.NUMBER, "", "willingness to take right of way, 0 to 1", "0")
          .may(
              "critical-gap",
              Kind.DURATION,
              "",
              "least gap accepted where it must yield; not fixed unless said: then by the times at"
                  + " which both would be where their paths meet",
              "6.2 s")
          .may(
              "follow-up",
              Kind.DURATION,
              "",
              "with 'critical-gap': least time behind the one before at the line",
              "3.3 s")
          .may("mass", Kind.NUMBER, "", "mass, kg", "1800")
          .may("coolness", Kind.NUMBER, "", "ACC's calm after cut-ins, 0 to 1", "0.99")
          .may("lane-change", new Part(LANE_CHANGE), "", "how it changes lanes", "{model: mobil}")
          .may("path-acc", new Part(PATH_ACC), "", "gains of the model path-acc", "{gap: 0.23}")
          .may("cacc", new Part(CACC), "", "gains of the model cacc", "{gap-rate: 0.25}")
          .may("rss", new Part(RSS), "", "its safety envelope", "{on: true}");

  private TypeForms() {}

  private static <T> List<String> words(T[] values, Function<T, String> written) {
    return Arrays.stream(values).map(written).toList();
  }
}
