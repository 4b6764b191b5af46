package io.testroad.policy;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import io.testroad.yaml.Sequence;
import io.testroad.yaml.YamlReader;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which files a policy consists of, and what is written in which. */
public final class PackChain {

  private static final int MOST = 16;

  private PackChain() {}

  /**
   * The files of a pack, the pack itself first, the one that extends none last. Faults are left to
   * {@link PolicyReader}: the chain ends where it can't be followed.
   */
  public static List<PackFile> of(Path file) {
    List<PackFile> chain = new ArrayList<>();
    Optional<Path> next = Optional.of(file);
    while (next.isPresent() && chain.size() < MOST) {
      Path path = next.get();
      Optional<Mapping> pack =
          YamlReader.read(path, new Findings())
              .filter(Mapping.class::isInstance)
              .map(Mapping.class::cast);
      if (pack.isEmpty() || chain.stream().anyMatch(each -> each.file().equals(path))) {
        break;
      }
      chain.add(packFile(path, pack.get()));
      next = text(pack.get(), "extends").flatMap(written -> sibling(path, written));
    }
    return chain;
  }

  private static Optional<Path> sibling(Path file, String written) {
    try {
      return Optional.of(file.resolveSibling(written).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static PackFile packFile(Path file, Mapping pack) {
    SortedMap<String, Position> rules = new TreeMap<>();
    for (Node rule : items(pack, "rules")) {
      if (rule instanceof Mapping mapping) {
        text(mapping, "id").ifPresent(id -> rules.put(id, mapping.position()));
      }
    }
    List<String> without = new ArrayList<>();
    for (Node item : items(pack, "without")) {
      if (item instanceof Scalar id) {
        without.add(id.text());
      }
    }
    return new PackFile(
        text(pack, "id").orElse(""),
        file,
        names(pack, "parameters", ""),
        names(pack, "facts", GivenFacts.PREFIX),
        names(pack, "obligations", ""),
        rules,
        without);
  }

  private static SortedMap<String, Position> names(Mapping pack, String key, String prefix) {
    SortedMap<String, Position> names = new TreeMap<>();
    if (pack.find(key).orElse(null) instanceof Mapping section) {
      section.entries().forEach(entry -> names.put(prefix + entry.key(), entry.keyPosition()));
    }
    return names;
  }

  private static List<Node> items(Mapping pack, String key) {
    return pack.find(key).orElse(null) instanceof Sequence list ? list.items() : List.of();
  }

  private static Optional<String> text(Mapping mapping, String key) {
    return mapping.find(key).orElse(null) instanceof Scalar scalar && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }
}
