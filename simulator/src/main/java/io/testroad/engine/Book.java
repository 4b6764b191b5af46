package io.testroad.engine;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map of an agent's state during one turn: copied when it is first changed, so that the
 * state before the turn stays as it was. Not thread-safe.
 *
 * @param <K> keys
 * @param <V> values
 */
public final class Book<K extends Comparable<K>, V> {

  private SortedMap<K, V> entries;
  private boolean own;
  private int changes;

  /** The book of a map. */
  public Book(SortedMap<K, V> entries) {
    this.entries = entries;
  }

  /** The value of a key, or null. */
  public @Nullable V find(K key) {
    return entries.get(key);
  }

  /** The value of a key, or another. */
  public V get(K key, V otherwise) {
    V value = entries.get(key);
    return value == null ? otherwise : value;
  }

  /** Sets the value of a key. */
  public void put(K key, V value) {
    mine().put(key, value);
  }

  /** Removes a key; the value it had, or null. */
  public @Nullable V remove(K key) {
    return entries.containsKey(key) ? mine().remove(key) : null;
  }

  /** How often it was changed in this turn. */
  public int changes() {
    return changes;
  }

  private SortedMap<K, V> mine() {
    changes++;
    if (!own) {
      entries = new TreeMap<>(entries);
      own = true;
    }
    return entries;
  }

  /** The entries as they are now, not to be changed while the book is. */
  public SortedMap<K, V> entries() {
    return Collections.unmodifiableSortedMap(entries);
  }
}
