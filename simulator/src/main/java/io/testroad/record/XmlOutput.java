package io.testroad.record;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A file of SUMO's XML that is written element by element; gzipped when its name ends in .gz. */
final class XmlOutput implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Writer writer;
  private final StringBuilder text = new StringBuilder();
  private final String root;

  XmlOutput(Path path, String root, String schema) throws IOException {
    this.root = root;
    OutputStream file = Files.newOutputStream(path);
    OutputStream out = path.toString().endsWith(".gz") ? new GZIPOutputStream(file, BUFFER) : file;
    writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\n<").append(root);
    text.append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
    text.append(" xsi:noNamespaceSchemaLocation=\"http://sumo.dlr.de/xsd/").append(schema);
    text.append("\">\n");
    write();
  }

  /** Appends markup as it is. */
  XmlOutput markup(String markup) {
    text.append(markup);
    return this;
  }

  /** Appends an attribute with a text, escaped. */
  XmlOutput attribute(String name, String value) {
    begin(name);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '"' -> text.append("&quot;");
        case '\'' -> text.append("&apos;");
        default -> text.append(c < ' ' ? ' ' : c);
      }
    }
    return end();
  }

  /** Appends an attribute with a whole number. */
  XmlOutput attribute(String name, int value) {
    begin(name).append(value);
    return end();
  }

  /** Appends an attribute with a number, two decimals. */
  XmlOutput attribute(String name, double value) {
    NumberText.appendTwoDecimals(begin(name), value);
    return end();
  }

  /** Appends an attribute with a time, s, two decimals. */
  XmlOutput seconds(String name, double value) {
    NumberText.appendSeconds(begin(name), value);
    return end();
  }

  private StringBuilder begin(String name) {
    return text.append(' ').append(name).append("=\"");
  }

  private XmlOutput end() {
    text.append('"');
    return this;
  }

  /** Hands what was appended to the file. */
  void write() throws IOException {
    writer.append(text);
    text.setLength(0);
  }

  /** Ends the root element and the file. */
  @Override
  public void close() throws IOException {
    try (writer) {
      text.append("</").append(root).append(">\n");
      write();
    }
  }
}
