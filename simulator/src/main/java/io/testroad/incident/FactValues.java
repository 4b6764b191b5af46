package io.testroad.incident;

import io.testroad.engine.Facts;
import java.util.List;

/** Reads facts that may miss. */
final class FactValues {

  private FactValues() {}

  static String text(Facts facts, String name) {
    return facts.find(name) instanceof String text ? text : "";
  }

  static int whole(Facts facts, String name, int otherwise) {
    return facts.find(name) instanceof Number number ? number.intValue() : otherwise;
  }

  static double real(Facts facts, String name, double otherwise) {
    return facts.find(name) instanceof Number number ? number.doubleValue() : otherwise;
  }

  static boolean flag(Facts facts, String name, boolean otherwise) {
    return facts.find(name) instanceof Boolean flag ? flag : otherwise;
  }

  static List<String> texts(Facts facts, String name) {
    return facts.find(name) instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }
}
