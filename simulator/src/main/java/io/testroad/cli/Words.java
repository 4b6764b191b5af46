package io.testroad.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Texts in one language, from the resource bundles {@code messages}, {@code policy} and {@code
 * events}.
 */
final class Words {

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle messages;
  private final ResourceBundle policy;
  private final ResourceBundle events;

  private Words(Language language) {
    locale = language.locale();
    messages = bundle("messages", language);
    policy = bundle("policy", language);
    events = bundle("events", language);
  }

  /** The texts of a language. */
  static Words of(Language language) {
    return new Words(language);
  }

  /** A bundle of a language. */
  static ResourceBundle bundle(String name, Language language) {
    return ResourceBundle.getBundle(
        "io.testroad.cli." + name, Locale.forLanguageTag(language.toString()), NO_FALLBACK);
  }

  /**
   * A message with its arguments filled in, as {@link MessageFormat} does.
   *
   * @throws java.util.MissingResourceException when there is no such message
   */
  String say(String key, Object... arguments) {
    String pattern = messages.containsKey(key) ? messages.getString(key) : policy.getString(key);
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /** Whether there is such a message. */
  boolean has(String key) {
    return messages.containsKey(key) || policy.containsKey(key);
  }

  /** The word for something written in kebab-case; itself when there is none. */
  String term(String written) {
    if (messages.containsKey("term." + written)) {
      return say("term." + written);
    }
    return policy.containsKey("party." + written) ? policy.getString("party." + written) : written;
  }

  /** The word for something of a kind; that of any kind where its own has none. */
  String term(String kind, String written) {
    String own = "term." + kind + "-" + written;
    return messages.containsKey(own) ? say(own) : term(written);
  }

  /** The sentence for an event's written type, with its places still open. */
  String sentence(String eventType) {
    return events.getString(eventType);
  }

  /** A duration in words. */
  String duration(double seconds) {
    long whole = Math.round(seconds);
    if (seconds < 60) {
      double tenths = Math.round(seconds * 10) / 10.0;
      return say("duration.s", tenths == Math.rint(tenths) ? (Object) (long) tenths : tenths);
    }
    if (whole < 3600) {
      return whole % 60 == 0
          ? say("duration.min", whole / 60)
          : say("duration.min-s", whole / 60, whole % 60);
    }
    long minutes = Math.round(seconds / 60);
    if (minutes < 48 * 60) {
      return minutes % 60 == 0
          ? say("duration.h", minutes / 60)
          : say("duration.h-min", minutes / 60, minutes % 60);
    }
    return say("duration.days", Math.round(seconds / 8640) / 10.0);
  }

  /** A list in the language's way. */
  String list(Iterable<String> items) {
    return String.join(say("list.separator"), items);
  }

  /** The locale. */
  Locale locale() {
    return locale;
  }
}
