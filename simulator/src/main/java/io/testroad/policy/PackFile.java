package io.testroad.policy;

import io.testroad.finding.Position;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One file of a policy: the pack itself or one that it extends.
 *
 * @param id the pack's id
 * @param file where it is
 * @param parameters where each parameter is written that has a value in this file, by name
 * @param facts where each fact is written that this file declares or gives a value, by full name
 * @param obligations where each obligation is written in this file, by name
 * @param rules where each rule is written in this file, by id
 * @param without the inherited rules that it leaves out
 */
public record PackFile(
    String id,
    Path file,
    SortedMap<String, Position> parameters,
    SortedMap<String, Position> facts,
    SortedMap<String, Position> obligations,
    SortedMap<String, Position> rules,
    List<String> without) {

  public PackFile {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    obligations = Collections.unmodifiableSortedMap(new TreeMap<>(obligations));
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    without = List.copyOf(without);
  }
}
