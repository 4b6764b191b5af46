package io.testroad.network;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads quickly the plain part of XML that SUMO writes: elements with attributes, in UTF-8, and
 * comments.
 *
 * <p>Whatever else it meets, sound or faulty (text, document types, character references, other
 * encodings, tags that don't match), it answers with {@link Event#OTHER}: then a full parser must
 * read the file and say what it is.
 */
final class XmlScanner implements XmlSource {

  /** What comes next in the file. */
  enum Event {
    START,
    END,
    FILE_END,
    OTHER
  }

  private static final int NAME = 1;
  private static final int PLAIN = 2;
  private static final int QUOTED_APART = 4;
  private static final byte[] KINDS = kinds();

  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml version=[\"']1\\.0[\"']( encoding=[\"'](?i:utf-8|us-ascii)[\"'])?"
              + "( standalone=[\"'](yes|no)[\"'])? ?\\?>");
  private static final List<String> ENTITIES = List.of("&amp;", "&lt;", "&gt;", "&quot;", "&apos;");
  private static final List<String> MEANINGS = List.of("&", "<", ">", "\"", "'");
  private static final int LONGEST_DECLARATION = 100;

  private final XmlBytes bytes;
  private final NameTable names = new NameTable();
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final List<String> open = new ArrayList<>();
  private String name = "";
  private boolean begun;
  private boolean rootClosed;
  private boolean closesAtOnce;
  private int line;
  private int column;

  // The attributes of the element, as offsets from the mark.
  private String[] attributes = new String[16];
  private int[] from = new int[16];
  private int[] to = new int[16];
  private boolean[] plain = new boolean[16];
  private int count;

  XmlScanner(InputStream input) {
    bytes = new XmlBytes(input);
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int c = 0x20; c < 0x7f; c++) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean inName = letter || (c >= '0' && c <= '9') || "_-.:".indexOf(c) >= 0;
      boolean inValue = "&<\"'".indexOf(c) < 0;
      kinds[c] =
          (byte) ((inName ? NAME : 0) | (inValue ? PLAIN : 0) | (c != '-' ? QUOTED_APART : 0));
    }
    return kinds;
  }

  @Override
  public String name() {
    return name;
  }

  /** Line at which the element begins, from 1. */
  int line() {
    return line;
  }

  /** Column at which the element begins, from 1. */
  int column() {
    return column;
  }

  @Override
  public @Nullable String value(String attribute) {
    for (int i = 0; i < count; i++) {
      if (attributes[i].equals(attribute)) {
        return text(i);
      }
    }
    return null;
  }

  private String text(int i) {
    int start = bytes.markedFrom() + from[i];
    int length = to[i] - from[i];
    if (plain[i]) {
      return new String(bytes.array(), start, length, StandardCharsets.ISO_8859_1);
    }
    String text = new String(bytes.array(), start, length, StandardCharsets.UTF_8);
    text = text.replace('\t', ' ').replace("\r\n", " ").replace('\n', ' ');
    return text.indexOf('&') < 0 ? text : unescape(text);
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int entity = text.charAt(i) == '&' ? entityAt(text, i) : -1;
      plain.append(entity < 0 ? text.substring(i, i + 1) : MEANINGS.get(entity));
      i += entity < 0 ? 1 : ENTITIES.get(entity).length();
    }
    return plain.toString();
  }

  private static int entityAt(String text, int at) {
    for (int k = 0; k < ENTITIES.size(); k++) {
      if (text.startsWith(ENTITIES.get(k), at)) {
        return k;
      }
    }
    return -1;
  }

  /** Goes on to the next beginning or end of an element. */
  Event next() throws IOException {
    if (closesAtOnce) {
      closesAtOnce = false;
      return close();
    }
    if (!begun) {
      begun = true;
      if (bytes.peek(1) == '?' && !declaration()) {
        return Event.OTHER;
      }
    }
    while (true) {
      bytes.mark();
      int c = bytes.skipBlanks();
      if (c < 0) {
        return rootClosed ? Event.FILE_END : Event.OTHER;
      }
      if (c != '<') {
        return Event.OTHER;
      }
      int second = bytes.peek(1);
      if (second == '/') {
        return endTag();
      }
      if (second != '!') {
        return startTag();
      }
      if (!comment()) {
        return Event.OTHER;
      }
    }
  }

  private boolean declaration() throws IOException {
    int length = 1;
    while (length < LONGEST_DECLARATION && bytes.peek(length) > '\n' && bytes.peek(length) != '>') {
      length++;
    }
    String text =
        new String(bytes.array(), bytes.markedFrom(), length + 1, StandardCharsets.ISO_8859_1);
    bytes.skip(length + 1);
    return DECLARATION.matcher(text).matches();
  }

  private boolean comment() throws IOException {
    if (bytes.peek(2) != '-' || bytes.peek(3) != '-') {
      return false;
    }
    bytes.skip(4);
    while (true) {
      bytes.mark();
      int c = bytes.skipWhile(KINDS, QUOTED_APART);
      if (c == '-') {
        if (bytes.peek(1) == '-') {
          boolean whole = bytes.peek(2) == '>';
          bytes.skip(3);
          return whole;
        }
        bytes.skip(1);
      } else if (!skipUnusual(c)) {
        return false;
      }
    }
  }

  /** Goes over a tab, an end of line or a part of a character beyond ASCII. */
  private boolean skipUnusual(int c) throws IOException {
    if (c >= 0x80) {
      bytes.skipPartOfCharacter();
      return true;
    }
    if (c == '\t' || c == 0x7f) {
      bytes.skip(1);
      return true;
    }
    return (c == '\n' || c == '\r') && bytes.skipLineEnd();
  }

  private Event startTag() throws IOException {
    if (rootClosed) {
      return Event.OTHER;
    }
    line = bytes.line();
    column = bytes.column();
    bytes.mark();
    bytes.skip(1);
    count = 0;
    name = readName();
    if (name.isEmpty() || name.equals(NameTable.NAMESPACE)) {
      return Event.OTHER;
    }
    while (true) {
      int before = bytes.sinceMark();
      int c = bytes.skipBlanks();
      if (c == '>') {
        bytes.skip(1);
        open.add(name);
        return Event.START;
      }
      if (c == '/') {
        closesAtOnce = bytes.peek(1) == '>';
        bytes.skip(2);
        open.add(name);
        return closesAtOnce ? Event.START : Event.OTHER;
      }
      if (bytes.sinceMark() == before || !attribute()) {
        return Event.OTHER;
      }
    }
  }

  private Event endTag() throws IOException {
    bytes.skip(2);
    String found = readName();
    boolean matches = !open.isEmpty() && open.get(open.size() - 1).equals(found);
    if (!matches || bytes.skipBlanks() != '>') {
      return Event.OTHER;
    }
    bytes.skip(1);
    return close();
  }

  private Event close() {
    name = open.remove(open.size() - 1);
    count = 0;
    rootClosed = open.isEmpty();
    return Event.END;
  }

  /** A name of ASCII as {@link NameTable} gives it. */
  private String readName() throws IOException {
    int begin = bytes.sinceMark();
    int first = bytes.peek();
    if (first < 'A' && first != ':') {
      return NameTable.NONE;
    }
    bytes.skipWhile(KINDS, NAME);
    int start = bytes.markedFrom() + begin;
    return names.get(bytes.array(), start, bytes.markedFrom() + bytes.sinceMark());
  }

  private boolean attribute() throws IOException {
    String found = readName();
    if (found.isEmpty() || bytes.skipBlanks() != '=') {
      return false;
    }
    bytes.skip(1);
    int quote = bytes.skipBlanks();
    if (quote != '"' && quote != '\'') {
      return false;
    }
    bytes.skip(1);
    makeRoom();
    from[count] = bytes.sinceMark();
    if (!skipValue(quote) || has(found)) {
      return false;
    }
    to[count] = bytes.sinceMark();
    bytes.skip(1);
    attributes[count] = found;
    count += found.equals(NameTable.NAMESPACE) ? 0 : 1;
    return true;
  }

  private boolean has(String attribute) {
    for (int i = 0; i < count; i++) {
      if (attributes[i].equals(attribute)) {
        return true;
      }
    }
    return false;
  }

  private void makeRoom() {
    if (count == from.length) {
      attributes = Arrays.copyOf(attributes, 2 * count);
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
      plain = Arrays.copyOf(plain, 2 * count);
    }
  }

  /** Goes to the quote at the end of a value; false when the value isn't sound or not plain. */
  private boolean skipValue(int quote) throws IOException {
    boolean onlyPlain = true;
    boolean onlyAscii = true;
    int c = bytes.skipWhile(KINDS, PLAIN);
    while (c != quote) {
      onlyPlain = false;
      onlyAscii &= c < 0x80;
      if (c == '"' || c == '\'') {
        bytes.skip(1);
      } else if (c == '&' ? !skipEntity() : !skipUnusual(c)) {
        return false;
      }
      c = bytes.skipWhile(KINDS, PLAIN);
    }
    plain[count] = onlyPlain;
    return onlyAscii || isUtf8(bytes.markedFrom() + from[count], bytes.sinceMark() - from[count]);
  }

  private boolean skipEntity() throws IOException {
    for (String entity : ENTITIES) {
      int i = 1;
      while (i < entity.length() && bytes.peek(i) == entity.charAt(i)) {
        i++;
      }
      if (i == entity.length()) {
        bytes.skip(i);
        return true;
      }
    }
    return false;
  }

  private boolean isUtf8(int start, int length) {
    try {
      decoder.reset().decode(ByteBuffer.wrap(bytes.array(), start, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
