package io.testroad.yaml;

import io.testroad.finding.Position;

/** A part of a YAML document that knows where it was written. Immutable. */
public sealed interface Node permits Mapping, Sequence, Scalar {

  /** Where it begins. */
  Position position();
}
