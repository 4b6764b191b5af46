package io.testroad.incident;

import io.testroad.units.Dimension;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** Reads a measure: a mapping of one measure, and a condition if need be. */
final class MeasureForm {

  /** How much of a road may be closed. */
  static final Map<String, Boolean> EXTENTS = new LinkedHashMap<>();

  /** What operators can be asked for. */
  static final Map<String, OperatorMeasure> OPERATOR =
      PlanWords.words(OperatorMeasure.values(), OperatorMeasure::written);

  private static final Map<String, BiFunction<MeasureForm, MappingReader, Optional<Measure>>>
      KINDS = new LinkedHashMap<>();

  static {
    EXTENTS.put("blocked", false);
    EXTENTS.put("road", true);
    KINDS.put("close-lanes", MeasureForm::closeLanes);
    KINDS.put("limit-speed", MeasureForm::limitSpeed);
    KINDS.put("sign", MeasureForm::sign);
    KINDS.put("v2x", MeasureForm::broadcast);
    KINDS.put("divert", MeasureForm::divert);
    KINDS.put("pre-emption", MeasureForm::preEmption);
    KINDS.put("geofence", MeasureForm::geofence);
    KINDS.put("video", MeasureForm::video);
    KINDS.put("ask-operator", MeasureForm::askOperator);
  }

  private final PlanWords words;

  MeasureForm(PlanWords words) {
    this.words = words;
  }

  /** The names of all measures. */
  static List<String> names() {
    return List.copyOf(KINDS.keySet());
  }

  /** The measure; empty when an error was found. */
  Optional<PlannedMeasure> read(Node written) {
    Optional<MappingReader> mapping = words.mapping(written, "a measure");
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    MappingReader reader = mapping.get();
    PlanCondition when = words.condition(reader, "when", PlanCondition.ALWAYS);
    List<String> named = KINDS.keySet().stream().filter(reader::has).toList();
    reader.finish();
    if (named.size() != 1) {
      words
          .findings()
          .error(
              "plan-measure",
              reader.position(),
              "An item of 'measures' has one measure, not " + named.size() + ".",
              named.isEmpty()
                  ? "Use one of " + String.join(", ", KINDS.keySet()) + "."
                  : "Make items of " + String.join(", ", named) + ".");
      return Optional.empty();
    }
    BiFunction<MeasureForm, MappingReader, Optional<Measure>> form = KINDS.get(named.get(0));
    return form == null
        ? Optional.empty()
        : form.apply(this, reader).map(measure -> new PlannedMeasure(measure, when));
  }

  private Optional<Measure> closeLanes(MappingReader reader) {
    return reader.findChoice("close-lanes", EXTENTS).map(Measure.CloseLanes::new);
  }

  private Optional<Measure> limitSpeed(MappingReader reader) {
    return reader
        .findMapping("limit-speed")
        .flatMap(
            form -> {
              OptionalDouble speed = words.quantity(form, "speed", Dimension.SPEED);
              OptionalDouble upstream = words.quantity(form, "upstream", Dimension.DISTANCE);
              form.finish();
              return speed.isEmpty() || upstream.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      new Measure.LimitSpeed(speed.getAsDouble(), upstream.getAsDouble()));
            });
  }

  private Optional<Measure> sign(MappingReader reader) {
    return reader
        .findMapping("sign")
        .flatMap(
            form -> {
              OptionalDouble upstream = words.quantity(form, "upstream", Dimension.DISTANCE);
              Optional<Double> compliance = words.share(form, "compliance");
              form.finish();
              return upstream.isEmpty()
                  ? Optional.empty()
                  : compliance.map(share -> new Measure.Sign(upstream.getAsDouble(), share));
            });
  }

  private Optional<Measure> broadcast(MappingReader reader) {
    return reader
        .findMapping("v2x")
        .flatMap(
            form -> {
              OptionalDouble radius = words.quantity(form, "radius", Dimension.DISTANCE);
              Optional<Double> compliance = words.share(form, "compliance");
              form.finish();
              return radius.isEmpty()
                  ? Optional.empty()
                  : compliance.map(share -> new Measure.Broadcast(radius.getAsDouble(), share));
            });
  }

  private Optional<Measure> divert(MappingReader reader) {
    return reader
        .findMapping("divert")
        .flatMap(
            form -> {
              Optional<Double> compliance = words.share(form, "compliance");
              form.finish();
              return compliance.map(Measure.Divert::new);
            });
  }

  private Optional<Measure> preEmption(MappingReader reader) {
    return reader.findBoolean("pre-emption").filter(on -> on).map(on -> new Measure.PreEmption());
  }

  private Optional<Measure> geofence(MappingReader reader) {
    return reader
        .findMapping("geofence")
        .flatMap(
            form -> {
              OptionalDouble radius = words.quantity(form, "radius", Dimension.DISTANCE);
              Optional<Duration> lasts = words.duration(form, "lasts");
              form.finish();
              return radius.isEmpty()
                  ? Optional.empty()
                  : lasts.map(span -> new Measure.Geofence(radius.getAsDouble(), span));
            });
  }

  private Optional<Measure> video(MappingReader reader) {
    return reader
        .findMapping("video")
        .flatMap(
            form -> {
              Optional<Duration> takes = words.duration(form, "takes");
              form.finish();
              return takes.map(Measure.Video::new);
            });
  }

  private Optional<Measure> askOperator(MappingReader reader) {
    if (!(reader.find("ask-operator").orElseThrow() instanceof Mapping)) {
      return reader
          .findChoice("ask-operator", OPERATOR)
          .map(measure -> new Measure.AskOperator(measure, Optional.empty()));
    }
    return reader
        .findMapping("ask-operator")
        .flatMap(
            form -> {
              Optional<OperatorMeasure> measure = form.requireChoice("measure", OPERATOR);
              Optional<Duration> within = words.findDuration(form, "within");
              form.finish();
              return measure.map(asked -> new Measure.AskOperator(asked, within));
            });
  }
}
