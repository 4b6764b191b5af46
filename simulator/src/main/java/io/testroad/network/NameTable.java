package io.testroad.network;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The names met in an XML file, each made a string once. Bounded by {@link #MOST}. */
final class NameTable {

  /** How many names are kept; SUMO's files have a few hundred. */
  static final int MOST = 1 << 12;

  private final @Nullable String[] spelt = new @Nullable String[2 * MOST];
  private final String[] names = new String[2 * MOST];
  private int size;

  /**
   * What stands for all names that belong to namespaces, which SUMO's files declare and no more.
   */
  static final String NAMESPACE = "xmlns";

  /** What stands for other names with a colon, and for no name. */
  static final String NONE = "";

  /** The name that some bytes of ASCII spell, {@link #NAMESPACE} or {@link #NONE}. */
  String get(byte[] bytes, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    int at = (hash ^ (hash >>> 15)) & (spelt.length - 1);
    for (String known = spelt[at]; known != null; known = spelt[at]) {
      if (spells(bytes, from, to, known)) {
        return names[at];
      }
      at = (at + 1) & (spelt.length - 1);
    }
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).intern();
    String name = nameFor(text);
    if (size < MOST) {
      size++;
      spelt[at] = text;
      names[at] = name;
    }
    return name;
  }

  private static String nameFor(String text) {
    if (text.startsWith(NAMESPACE) || text.startsWith("xsi:")) {
      return NAMESPACE;
    }
    return text.indexOf(':') >= 0 ? NONE : text;
  }

  private static boolean spells(byte[] bytes, int from, int to, String name) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
