package io.testroad.record;

import io.testroad.record.ThriftCompact.Struct;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Makes one Parquet file of many with the same columns: the row groups are copied as they are, only
 * the footer is written anew with their new offsets. So a long file grows part by part and is
 * finished in no time.
 *
 * <p>Source of the field numbers: Apache Parquet, {@code parquet.thrift}.
 */
final class ParquetConcatenation implements Closeable {

  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL_BYTES = 8;

  private static final int FILE_ROWS = 3;
  private static final int FILE_ROW_GROUPS = 4;
  private static final int GROUP_COLUMNS = 1;
  private static final int GROUP_OFFSET = 5;
  private static final int GROUP_ORDINAL = 7;
  private static final int CHUNK_META = 3;
  private static final int[] CHUNK_OFFSETS = {2, 4, 6};
  private static final int[] META_OFFSETS = {9, 10, 11, 14};

  private final FileChannel out;
  private @Nullable Struct footer;

  ParquetConcatenation(Path path) throws IOException {
    out =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    write(MAGIC);
  }

  /** Whether nothing was added yet. */
  boolean isEmpty() {
    return footer == null;
  }

  /** Adds the row groups of a file. */
  void add(Path path) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
      Struct part = readFooter(in);
      long dataEnd = in.getFilePointer();
      shift(part, out.position() - MAGIC.length);
      copy(in.getChannel(), MAGIC.length, dataEnd);
      merge(part);
    }
  }

  /** Reads the footer and leaves the file at its beginning. */
  private static Struct readFooter(RandomAccessFile in) throws IOException {
    byte[] tail = new byte[TAIL_BYTES];
    in.seek(in.length() - TAIL_BYTES);
    in.readFully(tail);
    int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
    byte[] bytes = new byte[length];
    long begin = in.length() - TAIL_BYTES - length;
    in.seek(begin);
    in.readFully(bytes);
    in.seek(begin);
    return ThriftCompact.parse(bytes);
  }

  private void copy(FileChannel in, long from, long to) throws IOException {
    long at = from;
    while (at < to) {
      at += in.transferTo(at, to - at, out);
    }
  }

  private static void shift(Struct part, long by) {
    for (Object group : part.getList(FILE_ROW_GROUPS)) {
      shift((Struct) group, GROUP_OFFSET, by);
      for (Object chunk : ((Struct) group).getList(GROUP_COLUMNS)) {
        for (int field : CHUNK_OFFSETS) {
          shift((Struct) chunk, field, by);
        }
        for (int field : META_OFFSETS) {
          shift(((Struct) chunk).getStruct(CHUNK_META), field, by);
        }
      }
    }
  }

  private static void shift(Struct struct, int field, long by) {
    if (struct.has(field) && struct.getLong(field) > 0) {
      struct.set(field, struct.getLong(field) + by);
    }
  }

  private void merge(Struct part) {
    Struct whole = footer;
    if (whole == null) {
      footer = part;
      return;
    }
    whole.set(FILE_ROWS, whole.getLong(FILE_ROWS) + part.getLong(FILE_ROWS));
    for (Object group : part.getList(FILE_ROW_GROUPS)) {
      ((Struct) group).set(GROUP_ORDINAL, (long) whole.getList(FILE_ROW_GROUPS).size());
      whole.getList(FILE_ROW_GROUPS).add(group);
    }
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
  }

  /** Writes the footer, when there is anything it could speak of, and closes the file. */
  @Override
  public void close() throws IOException {
    try (out) {
      if (footer == null || !out.isOpen()) {
        return;
      }
      byte[] bytes = ThriftCompact.bytes(footer);
      write(bytes);
      write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length).array());
      write(MAGIC);
    }
  }
}
