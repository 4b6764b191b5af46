package io.testroad.bench;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A text on a plot.
 *
 * @param en in English
 * @param zh in Chinese
 */
public record Label(String en, String zh) {

  private static final String BUNDLE = "io.testroad.bench.plots";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /**
   * The text of a key of the resource bundles {@code plots}.
   *
   * @throws java.util.MissingResourceException when there is none
   */
  public static Label of(String key) {
    return new Label(in(Locale.ENGLISH, key), in(Locale.CHINESE, key));
  }

  private static String in(Locale locale, String key) {
    return ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK).getString(key);
  }

  /** Both, once when they are the same. */
  String both() {
    return en.equals(zh) ? en : en + " · " + zh;
  }
}
