package io.testroad.record;

import io.testroad.engine.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * SHA-256 over everything that counts in a run, in order: two runs are the same if their digests
 * are.
 *
 * <p>What is hashed, byte by byte; integers and the bits of doubles (IEEE 754, every NaN as
 * 7ff8000000000000) are big-endian, a <em>text</em> is the number of its UTF-8 bytes in 4 bytes,
 * then the bytes:
 *
 * <pre>
 * header  8 bytes  the ASCII letters "testroad"
 *         4 bytes  version of this encoding, 1
 * then for each event
 *         1 byte   'E'
 *         8 bytes  tick
 *         text     the type's written form
 *         text     subject
 *         4 bytes  number of attributes, then each, by name (order of UTF-16 units)
 *                  text    name
 *                  1 byte  'S' string, 'L' integer, 'D' double, 'B' truth value,
 *                          'I' instant, 'A' list of strings
 *                  value   S text; L 8 bytes; D 8 bytes; B 1 byte, 0 or 1;
 *                          I 8 bytes epoch second, 4 bytes nanosecond;
 *                          A 4 bytes number of strings, then each as text
 * and for each state
 *         1 byte   'T'
 *         8 bytes  tick
 *         8 bytes  first sum
 *         8 bytes  second sum
 * </pre>
 *
 * <p>A tick without events adds nothing. Not thread-safe.
 */
public final class RunDigest {

  /** The version of the encoding. */
  public static final int VERSION = 1;

  private final MessageDigest sha256;
  private ByteBuffer buffer = ByteBuffer.allocate(4096);

  /** The digest of a run that has brought forth nothing yet. */
  public RunDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    buffer.put("testroad".getBytes(StandardCharsets.US_ASCII)).putInt(VERSION);
    hash();
  }

  /** Adds events, in order. */
  public void add(List<Event> events) {
    events.forEach(this::add);
  }

  private void add(Event event) {
    room(9).put((byte) 'E').putLong(event.tick());
    text(event.type().written());
    text(event.subject());
    Map<String, Object> attributes = event.attributes().asMap();
    room(4).putInt(attributes.size());
    for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
      text(attribute.getKey());
      value(attribute.getValue());
    }
    hash();
  }

  /** Adds the two sums that stand for the vehicles' state at a tick. */
  public void add(long tick, long sumA, long sumB) {
    room(25).put((byte) 'T').putLong(tick).putLong(sumA).putLong(sumB);
    hash();
  }

  /** The digest of all that was added so far, 64 hexadecimal digits in lower case. */
  public String hex() {
    try {
      MessageDigest soFar = (MessageDigest) sha256.clone();
      return HexFormat.of().formatHex(soFar.digest());
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this Java's SHA-256 can't be copied", e);
    }
  }

  private void value(Object value) {
    if (value instanceof String string) {
      tag('S', 0);
      text(string);
    } else if (value instanceof Long integer) {
      tag('L', 8).putLong(integer);
    } else if (value instanceof Double real) {
      tag('D', 8).putLong(Double.doubleToLongBits(real));
    } else if (value instanceof Boolean truth) {
      tag('B', 1).put((byte) (truth ? 1 : 0));
    } else if (value instanceof Instant instant) {
      tag('I', 12).putLong(instant.getEpochSecond()).putInt(instant.getNano());
    } else if (value instanceof List<?> list) {
      tag('A', 4).putInt(list.size());
      list.forEach(item -> text(item.toString()));
    } else {
      throw new IllegalArgumentException("an attribute can't be a " + value.getClass());
    }
  }

  private ByteBuffer tag(char tag, int valueBytes) {
    return room(1 + valueBytes).put((byte) tag);
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(4 + bytes.length).putInt(bytes.length).put(bytes);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int position = buffer.position();
      int capacity = Math.max(2 * buffer.capacity(), position + bytes);
      buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), capacity)).position(position);
    }
    return buffer;
  }

  private void hash() {
    sha256.update(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
