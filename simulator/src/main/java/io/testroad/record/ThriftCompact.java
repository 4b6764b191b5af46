package io.testroad.record;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads and writes structures in Thrift's compact protocol without knowing their schema; enough of
 * it for the footer of a Parquet file, which has no maps.
 *
 * <p>A value is a {@code Long} (whole numbers), {@code Boolean}, {@code Double}, {@code byte[]}
 * (binary and strings), {@link Struct} or {@link Sequence}.
 *
 * <p>Source: Apache Thrift, "Thrift compact protocol encoding".
 */
final class ThriftCompact {

  private static final int TRUE = 1;
  private static final int FALSE = 2;
  private static final int BYTE = 3;
  private static final int I16 = 4;
  private static final int I64 = 6;
  private static final int DOUBLE = 7;
  private static final int BINARY = 8;
  private static final int LIST = 9;
  private static final int SET = 10;
  private static final int STRUCT = 12;

  private ThriftCompact() {}

  /** A field: its type in the protocol and its value. */
  record Field(int type, Object value) {}

  /** A list or set. */
  record Sequence(int elementType, List<Object> elements) {}

  /** A structure: fields by number. Mutable. */
  static final class Struct {
    private final SortedMap<Integer, Field> fields = new TreeMap<>();

    private Object get(int id) {
      Field field = fields.get(id);
      if (field == null) {
        throw new IllegalArgumentException("no field " + id);
      }
      return field.value();
    }

    boolean has(int id) {
      return fields.containsKey(id);
    }

    long getLong(int id) {
      return (Long) get(id);
    }

    Struct getStruct(int id) {
      return (Struct) get(id);
    }

    List<Object> getList(int id) {
      return ((Sequence) get(id)).elements();
    }

    /** Gives a field that is there another value of its type. */
    void set(int id, Object value) {
      fields.computeIfPresent(id, (i, old) -> new Field(old.type(), value));
    }
  }

  /** The structure that bytes hold. */
  static Struct parse(byte[] bytes) {
    return readStruct(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
  }

  private static Struct readStruct(ByteBuffer in) {
    Struct struct = new Struct();
    int id = 0;
    for (int head = in.get() & 0xff; head != 0; head = in.get() & 0xff) {
      int step = head >> 4;
      id = step == 0 ? (int) readZigzag(in) : id + step;
      int type = head & 0xf;
      Object value = type == TRUE || type == FALSE ? (Object) (type == TRUE) : read(in, type);
      struct.fields.put(id, new Field(type, value));
    }
    return struct;
  }

  private static Object read(ByteBuffer in, int type) {
    return switch (type) {
      case TRUE, FALSE -> in.get() == TRUE;
      case BYTE -> (long) in.get();
      case I16, I16 + 1, I64 -> readZigzag(in);
      case DOUBLE -> in.getDouble();
      case BINARY -> {
        byte[] binary = new byte[(int) readVarint(in)];
        in.get(binary);
        yield binary;
      }
      case LIST, SET -> readSequence(in);
      case STRUCT -> readStruct(in);
      default -> throw new IllegalArgumentException("type " + type);
    };
  }

  private static Sequence readSequence(ByteBuffer in) {
    int head = in.get() & 0xff;
    int size = head >> 4 == 15 ? (int) readVarint(in) : head >> 4;
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      elements.add(read(in, head & 0xf));
    }
    return new Sequence(head & 0xf, elements);
  }

  private static long readVarint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = in.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number is too long");
  }

  private static long readZigzag(ByteBuffer in) {
    long value = readVarint(in);
    return (value >>> 1) ^ -(value & 1);
  }

  /** The bytes of a structure. */
  static byte[] bytes(Struct struct) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writeStruct(out, struct);
    return out.toByteArray();
  }

  private static void writeStruct(ByteArrayOutputStream out, Struct struct) {
    int last = 0;
    for (Map.Entry<Integer, Field> entry : struct.fields.entrySet()) {
      int id = entry.getKey();
      Field field = entry.getValue();
      int step = id - last;
      if (step > 0 && step < 16) {
        out.write((step << 4) | field.type());
      } else {
        out.write(field.type());
        writeZigzag(out, id);
      }
      if (field.type() != TRUE && field.type() != FALSE) {
        write(out, field.type(), field.value());
      }
      last = id;
    }
    out.write(0);
  }

  private static void write(ByteArrayOutputStream out, int type, Object value) {
    switch (type) {
      case TRUE, FALSE -> out.write((Boolean) value ? TRUE : FALSE);
      case BYTE -> out.write(((Long) value).intValue());
      case I16, I16 + 1, I64 -> writeZigzag(out, (Long) value);
      case DOUBLE -> {
        long bits = Double.doubleToRawLongBits((Double) value);
        for (int i = 0; i < 8; i++) {
          out.write((int) (bits >>> (8 * i)));
        }
      }
      case BINARY -> {
        byte[] binary = (byte[]) value;
        writeVarint(out, binary.length);
        out.writeBytes(binary);
      }
      case LIST, SET -> writeSequence(out, (Sequence) value);
      case STRUCT -> writeStruct(out, (Struct) value);
      default -> throw new IllegalArgumentException("type " + type);
    }
  }

  private static void writeSequence(ByteArrayOutputStream out, Sequence sequence) {
    int size = sequence.elements().size();
    out.write((Math.min(size, 15) << 4) | sequence.elementType());
    if (size >= 15) {
      writeVarint(out, size);
    }
    sequence.elements().forEach(element -> write(out, sequence.elementType(), element));
  }

  private static void writeVarint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static void writeZigzag(ByteArrayOutputStream out, long value) {
    writeVarint(out, (value << 1) ^ (value >> 63));
  }
}
