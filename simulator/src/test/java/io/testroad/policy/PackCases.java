package io.testroad.policy;

import io.testroad.engine.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The cases of a pack's rules, from a table beside this class: {@code rule | kept when | broken
 * when, besides | then}. Facts are {@code name=value}, apart by semicolons; what isn't named is as
 * in {@link World#everything()}.
 */
final class PackCases {

  private PackCases() {}

  /**
   * A rule, kept and broken.
   *
   * @param pack the pack's id
   * @param rule the rule's id
   * @param kept what is so when it is kept
   * @param broken what is so, besides, when it is broken
   * @param then what follows
   */
  record Case(String pack, String rule, Facts kept, Facts broken, String then) {
    @Override
    public String toString() {
      return pack + " " + rule;
    }
  }

  static List<Case> read(String pack) {
    List<Case> cases = new ArrayList<>();
    for (String line : text(pack + ".cases").lines().toList()) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] cells = line.split("\\|", -1);
        String then = cells[3].strip();
        cases.add(new Case(pack, cells[0].strip(), facts(cells[1]), facts(cells[2]), then));
      }
    }
    return cases;
  }

  private static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(PackCases.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Facts facts(String cell) {
    Facts facts = Facts.empty();
    for (String item : cell.split(";", -1)) {
      if (!item.isBlank()) {
        int equals = item.indexOf('=');
        facts = facts.with(item.substring(0, equals).strip(), value(item.substring(equals + 1)));
      }
    }
    return facts;
  }

  private static Object value(String written) {
    String text = written.strip();
    if (text.startsWith("[")) {
      String inner = text.substring(1, text.length() - 1);
      return inner.isBlank()
          ? List.of()
          : Arrays.stream(inner.split(",")).map(PackCases::value).toList();
    } else if (text.startsWith("'")) {
      return text.substring(1, text.length() - 1);
    } else if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    } else if (text.startsWith("now")) {
      String offset = text.substring("now".length());
      return offset.isEmpty()
          ? World.NOW
          : World.NOW.plus(Duration.parse(offset.charAt(0) + "PT" + offset.substring(1)));
    } else if (text.contains("T")) {
      return World.at(text);
    }
    return text.contains(".") || text.contains("e")
        ? (Object) Double.valueOf(text)
        : (Object) Long.valueOf(text);
  }
}
