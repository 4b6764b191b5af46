package io.testroad.cli;

import picocli.CommandLine.Option;

/** The options of commands that tell something as text in a language or as JSON. */
final class Telling {

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Values.FormatValue.class,
      defaultValue = "text",
      description = "How to print; text unless told. JSON is one object, nothing else.")
  private Format format = Format.TEXT;

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      converter = Values.LanguageValue.class,
      description = "Language of the text; from LC_ALL, LC_MESSAGES or LANG unless told.")
  private Language language = Language.of(System.getenv());

  boolean json() {
    return format == Format.JSON;
  }

  Language language() {
    return language;
  }

  Words words() {
    return Words.of(language);
  }
}
