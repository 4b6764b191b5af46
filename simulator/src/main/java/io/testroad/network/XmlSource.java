package io.testroad.network;

import org.jspecify.annotations.Nullable;

/** The element at which a reading of XML stands: its name and its attributes. */
interface XmlSource {

  /** The element's name. */
  String name();

  /** The text of an attribute; null when the element has none of that name. */
  @Nullable String value(String attribute);
}
