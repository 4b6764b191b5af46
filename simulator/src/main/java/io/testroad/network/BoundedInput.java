package io.testroad.network;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file's bytes, unpacked when they are gzipped, with limits: on the bytes in all, on how much the
 * packed form may blow up, and on the bytes between one {@code <} and the next.
 */
final class BoundedInput extends InputStream {

  static final long MAX_BYTES = 2L << 30;
  static final int MAX_MARKUP_BYTES = 16 << 20;
  private static final long MAX_BLOW_UP = 250;
  private static final long FREE_BYTES = 64L << 20;
  private static final int BUFFER = 1 << 16;

  private final InputStream input;
  private final long limit;
  private long total;
  private long sinceMarkup;
  private @Nullable LimitExceeded exceeded;

  private BoundedInput(InputStream input, long limit) {
    this.input = input;
    this.limit = limit;
  }

  /** Thrown when a limit is passed. */
  static final class LimitExceeded extends IOException {
    private static final long serialVersionUID = 1L;
    private final String code;

    LimitExceeded(String code, String message) {
      super(message);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** Opens a file; gzip is known by its first two bytes, whatever the file's name. */
  static BoundedInput open(Path file) throws IOException {
    long size = Files.size(file);
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      raw.mark(2);
      boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      if (!packed) {
        return new BoundedInput(raw, MAX_BYTES);
      }
      long limit = Math.min(MAX_BYTES, Math.max(FREE_BYTES, size * MAX_BLOW_UP));
      return new BoundedInput(new GZIPInputStream(raw, BUFFER), limit);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** The limit that was passed, if any. */
  @Nullable LimitExceeded exceeded() {
    return exceeded;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = input.read(bytes, offset, length);
    if (count > 0) {
      total += count;
      measureMarkup(bytes, offset, count);
      if (total > limit) {
        throw exceed("input-too-large", "The file holds more than " + limit + " bytes.");
      }
    }
    return count;
  }

  private void measureMarkup(byte[] bytes, int offset, int count) throws LimitExceeded {
    int i = count - 1;
    while (i >= 0 && bytes[offset + i] != '<') {
      i--;
    }
    sinceMarkup = i < 0 ? sinceMarkup + count : count - 1 - i;
    if (sinceMarkup > MAX_MARKUP_BYTES) {
      throw exceed(
          "xml-element-too-long", "An element is longer than " + MAX_MARKUP_BYTES + " bytes.");
    }
  }

  private LimitExceeded exceed(String code, String message) {
    exceeded = new LimitExceeded(code, message);
    return exceeded;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
