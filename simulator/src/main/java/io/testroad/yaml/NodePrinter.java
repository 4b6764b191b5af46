package io.testroad.yaml;

import java.util.Locale;
import java.util.regex.Pattern;

/** Writes a tree as YAML in block style, two spaces to a level. */
final class NodePrinter {

  private static final Pattern SAFE_KEY =
      Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_./$+ -]*[A-Za-z0-9_./$+-])?");

  private final StringBuilder out = new StringBuilder();

  String print(Node root) {
    if (root instanceof Scalar scalar) {
      return value(scalar) + "\n";
    }
    if (isEmpty(root)) {
      return empty(root) + "\n";
    }
    block(root, 0, "");
    return out.toString();
  }

  /** Writes the lines of a mapping or list; the first begins with what is given. */
  private void block(Node node, int indent, String first) {
    String lead = first;
    if (node instanceof Mapping mapping) {
      for (Mapping.Entry entry : mapping.entries()) {
        out.append(lead).append(key(entry.key())).append(':');
        below(entry.value(), indent);
        lead = " ".repeat(indent);
      }
    } else if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        item(item, indent, lead);
        lead = " ".repeat(indent);
      }
    }
  }

  private void item(Node item, int indent, String lead) {
    if (item instanceof Scalar || isEmpty(item)) {
      out.append(lead).append('-');
      below(item, indent);
    } else {
      block(item, indent + 2, lead + "- ");
    }
  }

  private void below(Node node, int indent) {
    if (node instanceof Scalar scalar) {
      out.append(' ').append(value(scalar)).append('\n');
    } else if (isEmpty(node)) {
      out.append(' ').append(empty(node)).append('\n');
    } else {
      out.append('\n');
      block(node, indent + 2, " ".repeat(indent + 2));
    }
  }

  private static boolean isEmpty(Node node) {
    return (node instanceof Mapping mapping && mapping.entries().isEmpty())
        || (node instanceof Sequence sequence && sequence.items().isEmpty());
  }

  private static String empty(Node node) {
    return node instanceof Mapping ? "{}" : "[]";
  }

  private static String key(String key) {
    return SAFE_KEY.matcher(key).matches() ? key : quoted(key);
  }

  private static String value(Scalar scalar) {
    if (scalar.isNull()) {
      return "null";
    }
    return scalar.plain() && scalar.text().indexOf('\n') < 0
        ? scalar.text()
        : quoted(scalar.text());
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(c -> escape(quoted, (char) c));
    return quoted.append('"').toString();
  }

  private static void escape(StringBuilder quoted, char c) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\t' -> quoted.append("\\t");
      default -> {
        boolean printable = (c >= ' ' && c < 0x7f) || (c >= 0xa0 && c != 0x2028 && c != 0x2029);
        quoted.append(
            printable && c != 0xfeff && c < 0xfffe
                ? String.valueOf(c)
                : String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
  }
}
