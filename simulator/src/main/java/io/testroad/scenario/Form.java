package io.testroad.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * The keys of one part of a scenario file: from it come defaults, the schema and the reference.
 *
 * @param name its name, for the schema and the reference, kebab-case
 * @param what what it is, with its article, for messages
 * @param meaning what it is for, a sentence
 * @param keys in order
 */
record Form(String name, String what, String meaning, List<Key> keys) {

  Form {
    keys = List.copyOf(keys);
  }

  /**
   * A key.
   *
   * @param name as written
   * @param shape what may stand behind it
   * @param required whether it must be there
   * @param fallback its value where it isn't there, as YAML; empty when there is none
   * @param meaning what it says
   * @param example a value, as YAML
   */
  record Key(
      String name,
      ValueShape shape,
      boolean required,
      String fallback,
      String meaning,
      String example) {}

  static Form of(String name, String what, String meaning) {
    return new Form(name, what, meaning, List.of());
  }

  Form need(String key, ValueShape shape, String meaning, String example) {
    return with(new Key(key, shape, true, "", meaning, example));
  }

  Form need(String key, ValueShape.Kind kind, String meaning, String example) {
    return need(key, ValueShape.of(kind), meaning, example);
  }

  Form may(String key, ValueShape shape, String fallback, String meaning, String example) {
    return with(new Key(key, shape, false, fallback, meaning, example));
  }

  Form may(String key, ValueShape.Kind kind, String fallback, String meaning, String example) {
    return may(key, ValueShape.of(kind), fallback, meaning, example);
  }

  private Form with(Key key) {
    List<Key> more = new ArrayList<>(keys);
    more.add(key);
    return new Form(name, what, meaning, more);
  }

  /** The key that tells it from other variants. */
  String firstKey() {
    return keys.get(0).name();
  }
}
