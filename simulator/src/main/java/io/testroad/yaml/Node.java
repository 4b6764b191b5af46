package io.testroad.yaml;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.util.Optional;

/** A part of a YAML document that knows where it was written. Immutable. */
public sealed interface Node permits Mapping, Sequence, Scalar {

  /** Where it begins. */
  Position position();

  /** What it is, for messages: {@code a mapping}, {@code a list} or {@code the value 'x'}. */
  String described();

  /**
   * This tree with a value at a path; missing keys are created, an index that equals a list's
   * length appends.
   *
   * @return empty, with a finding {@code set-path}, when the path leads through a value or beyond a
   *     list
   */
  default Optional<Node> with(NodePath path, Node value, Findings findings) {
    return new NodeEdit(path, value, findings).applyTo(this);
  }

  /** This tree as YAML in block style: the same tree always gives the same text. */
  default String print() {
    return new NodePrinter().print(this);
  }
}
