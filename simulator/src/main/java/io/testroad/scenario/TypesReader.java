package io.testroad.scenario;

import io.testroad.demand.VehicleType;
import io.testroad.demand.VehicleType.Model;
import io.testroad.demand.VehicleType.SpeedFactor;
import io.testroad.finding.Findings;
import io.testroad.network.VehicleClass;
import io.testroad.units.Dimension;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;

/** Reads a scenario's vehicle types. */
final class TypesReader {

  private static final double LONGEST_ACTION_STEP_S = 10;

  private static final Map<String, Model> MODELS = new TreeMap<>();

  static {
    Arrays.stream(Model.values()).forEach(model -> MODELS.put(model.written(), model));
  }

  private final TypeTable types;
  private final Findings findings;
  private final PositiveQuantities quantities;

  TypesReader(TypeTable types, Findings findings) {
    this.types = types;
    this.findings = findings;
    quantities = new PositiveQuantities(findings);
  }

  /** The ids of the types read, which are put into the table. */
  List<String> read(MappingReader root) {
    List<String> ids = new ArrayList<>();
    root.findMapping("types")
        .ifPresent(
            section -> {
              for (Mapping.Entry entry : section.mapping().entries()) {
                if (Names.check(entry, findings)) {
                  MappingReader.of(entry.value(), TypeForms.TYPE.what(), findings)
                      .ifPresent(reader -> types.put(type(entry.key(), reader)));
                  ids.add(entry.key());
                }
              }
            });
    return ids;
  }

  private VehicleType type(String id, MappingReader reader) {
    Map<String, VehicleClass> classes = new TreeMap<>();
    Arrays.stream(VehicleClass.values()).forEach(c -> classes.put(c.written(), c));
    Optional<VehicleClass> named = reader.findChoice("class", classes);
    VehicleType base =
        named.isEmpty() && types.get(id).isPresent()
            ? types.get(id).get()
            : VehicleType.ofClass(id, named.orElse(VehicleClass.PASSENGER));
    TypeEdit edit = TypeEdit.of(base);
    reader
        .findChoice("model", MODELS)
        .or(() -> named.isPresent() ? Optional.of(Model.IDM) : Optional.empty())
        .or(() -> types.get(id).isEmpty() ? Optional.of(Model.IDM) : Optional.empty())
        .ifPresent(edit::model);
    sizes(reader, edit);
    driving(reader, edit);
    new TypeControlReader(quantities).read(reader, edit);
    reader.finish();
    return edit.build();
  }

  private void sizes(MappingReader reader, TypeEdit edit) {
    quantity(reader, "length", Dimension.DISTANCE, edit::lengthM);
    quantity(reader, "width", Dimension.DISTANCE, edit::widthM);
    quantity(reader, "min-gap", Dimension.DISTANCE, edit::minGapM);
    quantity(reader, "max-speed", Dimension.SPEED, edit::maxSpeedMps);
    reader.findDouble("mass", 1, 1e6).ifPresent(edit::massKg);
  }

  private void driving(MappingReader reader, TypeEdit edit) {
    quantity(reader, "acceleration", Dimension.ACCELERATION, edit::accelMps2);
    quantity(reader, "deceleration", Dimension.ACCELERATION, edit::decelMps2);
    quantity(reader, "emergency-deceleration", Dimension.ACCELERATION, edit::emergencyDecelMps2);
    quantity(reader, "headway", Dimension.DURATION, edit::tauS);
    actionStep(reader, edit);
    reader.findDouble("sigma", 0, 1).ifPresent(edit::sigma);
    reader.findDouble("delta", 0.1, 20).ifPresent(edit::delta);
    reader.findDouble("impatience", 0, 1).ifPresent(edit::impatience);
    SpeedFactor old = edit.speedFactor();
    double mean = reader.findDouble("speed-factor", 0.1, 3).orElse(old.mean());
    double deviation = reader.findDouble("speed-deviation", 0, 1).orElse(old.deviation());
    if (mean != old.mean() || deviation != old.deviation()) {
      edit.speedFactor(
          new SpeedFactor(
              mean,
              deviation,
              deviation == 0 ? mean : Math.min(0.2, mean),
              deviation == 0 ? mean : Math.max(2, mean)));
    }
  }

  private void actionStep(MappingReader reader, TypeEdit edit) {
    OptionalDouble value = reader.findQuantity("action-step", Dimension.DURATION);
    if (value.isPresent()
        && !(value.getAsDouble() >= 0 && value.getAsDouble() <= LONGEST_ACTION_STEP_S)) {
      findings.error(
          "out-of-range",
          reader.find("action-step").orElseThrow().position(),
          "'action-step' is below 0, or too large.",
          "It must be from 0 s to 10 s.");
    } else {
      value.ifPresent(edit::actionStepS);
    }
  }

  private void quantity(
      MappingReader reader, String key, Dimension dimension, DoubleConsumer into) {
    quantities.find(reader, key, dimension).ifPresent(into);
  }
}
