package io.testroad.scenario;

import io.testroad.safety.ConflictRules;
import io.testroad.safety.ConflictRules.Scope;
import io.testroad.units.Dimension;
import io.testroad.yaml.MappingReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads whose conflicts are watched, and from which values on. */
final class ConflictsReader {

  private static final Map<String, Scope> SCOPES = new TreeMap<>();

  static {
    Arrays.stream(Scope.values()).forEach(scope -> SCOPES.put(scope.written(), scope));
  }

  private final PositiveQuantities quantities;

  ConflictsReader(PositiveQuantities quantities) {
    this.quantities = quantities;
  }

  /** The words for whose conflicts are watched. */
  static List<String> scopes() {
    return Arrays.stream(Scope.values()).map(Scope::written).toList();
  }

  ConflictRules read(MappingReader root) {
    ConflictRules otherwise = ConflictRules.sumo(Scope.AGENTS);
    return root.findMapping("conflicts").map(part -> read(part, otherwise)).orElse(otherwise);
  }

  private ConflictRules read(MappingReader part, ConflictRules old) {
    ConflictRules rules =
        new ConflictRules(
            part.findChoice("watch", SCOPES).orElse(old.scope()),
            quantities.read(part, "ttc", Dimension.DURATION, old.ttcS()),
            quantities.read(part, "pet", Dimension.DURATION, old.petS()),
            quantities.read(part, "drac", Dimension.ACCELERATION, old.dracMps2()),
            quantities.read(part, "hard-braking", Dimension.ACCELERATION, old.hardBrakingMps2()));
    part.finish();
    return rules;
  }
}
