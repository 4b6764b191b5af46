package io.testroad;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import io.testroad.engine.Letter;
import io.testroad.engine.Percept;
import io.testroad.engine.RoadDecision;
import io.testroad.engine.RunBegan;
import io.testroad.policy.Consequence;
import io.testroad.protocol.Correspondence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Jackson as agents' letters and states meet it: JSON and CBOR, letters named by simple names. */
public final class Wire {

  private static final List<ObjectMapper> FORMATS =
      List.of(
          mapper(JsonMapper.builder().build()),
          mapper(JsonMapper.builder().addModule(new ParameterNamesModule()).build()),
          mapper(CBORMapper.builder().addModule(new ParameterNamesModule()).build()));

  private Wire() {}

  private static ObjectMapper mapper(ObjectMapper mapper) {
    mapper.registerModule(new JavaTimeModule());
    mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    letterTypes().forEach(t -> mapper.registerSubtypes(new NamedType(t, t.getSimpleName())));
    Stream.of(RoadDecision.class, Consequence.class)
        .flatMap(Wire::records)
        .forEach(t -> mapper.registerSubtypes(new NamedType(t, t.getSimpleName())));
    return mapper;
  }

  /** The record types of all letters. */
  public static List<Class<?>> letterTypes() {
    List<Class<?>> types = new ArrayList<>(List.of(RunBegan.class));
    records(Percept.class).forEach(types::add);
    records(Correspondence.class).forEach(types::add);
    return types;
  }

  /** The records below a sealed interface. */
  public static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(Wire::records)
        : Stream.of(type);
  }

  /** A value after it has crossed the wire, in each format. */
  public static <T> List<T> crossings(T value, Class<? super T> type) {
    List<T> crossings = new ArrayList<>();
    for (ObjectMapper format : FORMATS) {
      try {
        byte[] bytes = format.writerFor(type).writeValueAsBytes(value);
        @SuppressWarnings("unchecked")
        T read = (T) format.readValue(bytes, type);
        crossings.add(read);
      } catch (IOException e) {
        throw new UncheckedIOException(value + ": " + e.getMessage(), e);
      }
    }
    return crossings;
  }

  /** The JSON of a letter. */
  public static String json(Letter letter) {
    try {
      return FORMATS.get(0).writerFor(Letter.class).writeValueAsString(letter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
