package io.testroad.cli;

import java.util.Locale;
import java.util.Map;

/** A language in which runs are told. */
enum Language {
  /** English. */
  EN(Locale.ENGLISH),
  /** Chinese, in simplified characters. */
  ZH(Locale.SIMPLIFIED_CHINESE);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The locale by which numbers and resource bundles are chosen. */
  Locale locale() {
    return locale;
  }

  /** The language an environment asks for: LC_ALL, LC_MESSAGES, LANG, the first that is set. */
  static Language of(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(name, "");
      if (!value.isEmpty()) {
        return value.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH : EN;
      }
    }
    return EN;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
