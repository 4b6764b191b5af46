package io.testroad.yaml;

import io.testroad.finding.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a value at a path of a tree. */
final class NodeEdit {

  private final NodePath path;
  private final Node value;
  private final Findings findings;

  NodeEdit(NodePath path, Node value, Findings findings) {
    this.path = path;
    this.value = value;
    this.findings = findings;
  }

  Optional<Node> applyTo(Node root) {
    return Optional.ofNullable(put(root, 0));
  }

  /** The tree below a step; null, with a finding, when the path doesn't fit. */
  private @Nullable Node put(@Nullable Node node, int depth) {
    if (depth == path.steps().size()) {
      return value;
    }
    Object step = path.steps().get(depth);
    Node at = node instanceof Scalar scalar && scalar.isNull() ? null : node;
    if (step instanceof String key && (at == null || at instanceof Mapping)) {
      return putKey((Mapping) at, key, depth);
    }
    if (step instanceof Integer index && (at == null || at instanceof Sequence)) {
      return putIndex((Sequence) at, index, depth);
    }
    return refuse("leads through " + (at == null ? "nothing" : at.described()) + " at " + step);
  }

  private @Nullable Node putKey(@Nullable Mapping mapping, String key, int depth) {
    Node below = put(mapping == null ? null : mapping.find(key).orElse(null), depth + 1);
    if (below == null) {
      return null;
    }
    List<Mapping.Entry> entries = new ArrayList<>(mapping == null ? List.of() : mapping.entries());
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().equals(key)) {
        entries.set(i, new Mapping.Entry(key, entries.get(i).keyPosition(), below));
        return new Mapping(entries, mapping == null ? value.position() : mapping.position());
      }
    }
    entries.add(new Mapping.Entry(key, value.position(), below));
    return new Mapping(entries, mapping == null ? value.position() : mapping.position());
  }

  private @Nullable Node putIndex(@Nullable Sequence sequence, int index, int depth) {
    List<Node> items = new ArrayList<>(sequence == null ? List.of() : sequence.items());
    if (index > items.size()) {
      return refuse("names item " + index + " of a list of " + items.size());
    }
    Node below = put(index < items.size() ? items.get(index) : null, depth + 1);
    if (below == null) {
      return null;
    }
    if (index < items.size()) {
      items.set(index, below);
    } else {
      items.add(below);
    }
    return new Sequence(items, sequence == null ? value.position() : sequence.position());
  }

  private @Nullable Node refuse(String what) {
    findings.error("set-path", value.position(), "The path '" + path + "' " + what + ".", "");
    return null;
  }
}
