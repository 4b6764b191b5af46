package io.testroad.scenario;

import io.testroad.finding.Position;
import io.testroad.scenario.ValueShape.ListOf;
import io.testroad.scenario.ValueShape.MapOf;
import io.testroad.scenario.ValueShape.Part;
import io.testroad.scenario.ValueShape.Variants;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import io.testroad.yaml.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Puts the defaults of forms where a file says nothing. What is of a wrong shape stays as it is.
 */
final class Defaults {

  private Defaults() {}

  /** A mapping with its form's defaults, those inside it included. */
  static Node fill(Node node, Form form) {
    if (!(node instanceof Mapping mapping)) {
      return node;
    }
    List<Mapping.Entry> entries = new ArrayList<>();
    for (Mapping.Entry entry : mapping.entries()) {
      Optional<Form.Key> key =
          form.keys().stream().filter(k -> k.name().equals(entry.key())).findFirst();
      if (isNull(entry.value()) && key.isPresent()) {
        continue; // as if it weren't there
      }
      Node value = key.isPresent() ? fill(entry.value(), key.get().shape()) : entry.value();
      entries.add(new Mapping.Entry(entry.key(), entry.keyPosition(), value));
    }
    for (Form.Key key : form.keys()) {
      boolean there = entries.stream().anyMatch(entry -> entry.key().equals(key.name()));
      if (!there && !key.fallback().isEmpty()) {
        Node value = fill(fallback(key.fallback(), mapping.position()), key.shape());
        entries.add(new Mapping.Entry(key.name(), mapping.position(), value));
      }
    }
    return new Mapping(entries, mapping.position());
  }

  private static Node fill(Node node, ValueShape shape) {
    if (shape instanceof Part part) {
      return fill(node, part.form());
    }
    if (shape instanceof ListOf list && node instanceof Sequence sequence) {
      return new Sequence(
          sequence.items().stream().map(item -> fill(item, list.item())).toList(),
          sequence.position());
    }
    if (shape instanceof MapOf map && node instanceof Mapping mapping) {
      return new Mapping(
          mapping.entries().stream()
              .map(e -> new Mapping.Entry(e.key(), e.keyPosition(), fill(e.value(), map.item())))
              .toList(),
          mapping.position());
    }
    if (shape instanceof Variants variants && node instanceof Mapping mapping) {
      return variants.forms().stream()
          .filter(form -> mapping.find(form.firstKey()).isPresent())
          .findFirst()
          .map(form -> fill(node, form))
          .orElse(node);
    }
    return node;
  }

  private static boolean isNull(Node node) {
    return node instanceof Scalar scalar && scalar.isNull();
  }

  /** A default as written in a form: {@code {}}, a list in brackets, or a plain value. */
  private static Node fallback(String written, Position position) {
    if (written.equals("{}")) {
      return new Mapping(List.of(), position);
    }
    if (written.startsWith("[")) {
      return new Sequence(
          Arrays.stream(written.substring(1, written.length() - 1).split(",", -1))
              .map(String::strip)
              .filter(item -> !item.isEmpty())
              .<Node>map(item -> Scalar.plain(item, position))
              .toList(),
          position);
    }
    return Scalar.plain(written, position);
  }
}
