package io.testroad.policy;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact that rules may read.
 *
 * @param name dotted lower camel case, for instance {@code vehicle.plate.validUntil}
 * @param type its type
 * @param unit its unit, empty when it has none
 * @param meaning what it says, in English
 * @param values the values it can take; empty when it is open
 * @param absent what rules read when it isn't given; null when it must be given
 * @param moments the moments at which it may be used
 */
public record Fact(
    String name,
    FactType type,
    String unit,
    String meaning,
    List<String> values,
    @Nullable Object absent,
    Set<Moment> moments) {}
