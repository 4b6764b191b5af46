package io.testroad.demand;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.VehicleClass;
import io.testroad.network.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers {@code vType} and {@code vTypeDistribution}, and finds types by id when all is read.
 *
 * <p>SUMO's predefined types ({@code DEFAULT_VEHTYPE} and so on) exist where no file defines them.
 */
final class TypeReader {

  /** The type of vehicles that name none. */
  static final String DEFAULT = "DEFAULT_VEHTYPE";

  private static final Map<String, VehicleClass> PREDEFINED =
      Map.of(
          DEFAULT,
          VehicleClass.PASSENGER,
          "DEFAULT_BIKETYPE",
          VehicleClass.BICYCLE,
          "DEFAULT_TAXITYPE",
          VehicleClass.TAXI,
          "DEFAULT_RAILTYPE",
          VehicleClass.RAIL,
          "DEFAULT_PEDTYPE",
          VehicleClass.PEDESTRIAN,
          "DEFAULT_CONTAINERTYPE",
          VehicleClass.CONTAINER);

  /** A name in a distribution; a weight of NaN: the type's own. */
  private record Member(String type, double weight, Position position) {}

  private final Findings findings;
  private final List<VehicleType> types = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();
  private final Map<String, Integer> indices = new HashMap<>();
  private final Map<String, List<Member>> distributions = new LinkedHashMap<>();
  private final Map<String, Choice<Integer>> choices = new HashMap<>();
  private @Nullable List<Member> distribution;
  private @Nullable TypeDraft draft;
  private String id = "";
  private double weight;

  TypeReader(Findings findings) {
    this.findings = findings;
  }

  /** A {@code vType} begins, perhaps inside a distribution. */
  void beginType(XmlElement element) {
    draft = null;
    double given = element.notNegative("probability", Double.NaN);
    if (element.has("refId") && distribution != null) {
      distribution.add(new Member(element.text("refId", ""), given, element.position()));
      return;
    }
    id = element.requireId();
    weight = Double.isNaN(given) ? 1 : given;
    draft = TypeDraft.of(element, id);
    checkUnique(element);
    if (distribution != null) {
      distribution.add(new Member(id, weight, element.position()));
    }
  }

  /** An element of a car-following model inside a type. */
  void model(XmlElement element) {
    if (draft != null) {
      draft.readModel(element);
    }
  }

  /** A {@code vType} ends. */
  void endType() {
    if (draft != null && indices.putIfAbsent(id, types.size()) == null) {
      types.add(draft.finish());
      weights.add(weight);
    }
    draft = null;
  }

  /** A {@code vTypeDistribution} begins. */
  void beginDistribution(XmlElement element) {
    id = element.requireId();
    checkUnique(element);
    List<String> names = Choice.words(element.text("vTypes", element.text("vtypes", "")));
    double[] given = Choice.readWeights(element, names.size(), Double.NaN);
    List<Member> members = distributions.computeIfAbsent(id, key -> new ArrayList<>());
    for (int i = 0; i < names.size(); i++) {
      members.add(new Member(names.get(i), given[i], element.position()));
    }
    distribution = members;
  }

  /** A {@code vTypeDistribution} ends. */
  void endDistribution() {
    distribution = null;
  }

  private void checkUnique(XmlElement element) {
    if (indices.containsKey(id) || distributions.containsKey(id)) {
      element.fault("duplicate-id", "The vehicle type '" + id + "' is there twice.", "Rename one.");
    }
  }

  /** Looks up the members of all distributions; recorded as errors: those that don't exist. */
  void resolve() {
    for (Map.Entry<String, List<Member>> entry : distributions.entrySet()) {
      Choice<Integer> choice = new Choice<>();
      for (Member member : entry.getValue()) {
        int index = indexOf(member.type());
        if (index < 0) {
          reportUnknown(member.type(), member.position());
        } else {
          double own = index < weights.size() ? weights.get(index) : 1;
          choice.add(index, Double.isNaN(member.weight()) ? own : member.weight());
        }
      }
      choices.putIfAbsent(entry.getKey(), choice);
    }
  }

  /**
   * The types an id stands for: one, or those of a distribution.
   *
   * @return null when there is none of that id
   */
  @Nullable Choice<Integer> find(String type) {
    Choice<Integer> known = choices.get(type);
    if (known != null) {
      return known;
    }
    int index = indexOf(type);
    if (index < 0) {
      return null;
    }
    Choice<Integer> only = Choice.only(index);
    choices.put(type, only);
    return only;
  }

  private int indexOf(String type) {
    Integer index = indices.get(type);
    if (index != null) {
      return index;
    }
    VehicleClass predefined = PREDEFINED.get(type);
    if (predefined == null) {
      return -1;
    }
    types.add(new TypeDraft(type, predefined).finish());
    weights.add(1.0);
    indices.put(type, types.size() - 1);
    return types.size() - 1;
  }

  /** Records that there is no type of an id. */
  void reportUnknown(String type, Position position) {
    List<String> known = new ArrayList<>(distributions.keySet());
    types.forEach(each -> known.add(each.id()));
    findings.error(
        "unknown-type",
        position,
        "There is no vehicle type '" + type + "'.",
        Findings.nearest(type, known)
            .map(near -> "Did you mean '" + near + "'?")
            .orElse("Define it, or name the file that does."));
  }

  /** All types, in the order of reading; then those predefined ones that are used. */
  List<VehicleType> types() {
    return types;
  }
}
