package io.testroad.yaml;

import io.testroad.finding.Position;
import java.util.List;
import java.util.Optional;

/** Keys and values, in the order written; no key comes twice. */
public record Mapping(List<Entry> entries, Position position) implements Node {

  public Mapping {
    entries = List.copyOf(entries);
  }

  /**
   * A key and its value.
   *
   * @param key the key
   * @param keyPosition where the key begins
   * @param value the value
   */
  public record Entry(String key, Position keyPosition, Node value) {}

  /** The value of a key. Linear in the number of keys. */
  public Optional<Node> find(String key) {
    return entries.stream().filter(e -> e.key().equals(key)).map(Entry::value).findFirst();
  }

  @Override
  public String described() {
    return "a mapping";
  }
}
