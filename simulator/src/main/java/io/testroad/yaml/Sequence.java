package io.testroad.yaml;

import io.testroad.finding.Position;
import java.util.List;

/** A list of nodes. */
public record Sequence(List<Node> items, Position position) implements Node {

  public Sequence {
    items = List.copyOf(items);
  }

  @Override
  public String described() {
    return "a list";
  }
}
