package io.testroad.yaml;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads YAML files into trees that know where each part was written.
 *
 * <p>One document, UTF-8, no anchors, aliases or tags, at most {@link #MAX_BYTES} bytes, {@link
 * #MAX_DEPTH} levels and {@link #MAX_NODES} nodes.
 *
 * <p>Errors: {@code file-not-found}, {@code file-unreadable}, {@code file-too-large}, {@code
 * yaml-not-utf-8}, {@code yaml-syntax}, {@code yaml-empty}, {@code yaml-several-documents}, {@code
 * yaml-anchor}, {@code yaml-tag}, {@code yaml-key}, {@code yaml-too-deep}, {@code
 * yaml-too-many-nodes}, {@code duplicate-key}.
 */
public final class YamlReader {

  /** How large a file may be. */
  public static final int MAX_BYTES = 32 << 20;

  /** How deep mappings and lists may nest. */
  public static final int MAX_DEPTH = 100;

  /** How many mappings, lists and values a document may hold. */
  public static final int MAX_NODES = 1_000_000;

  private YamlReader() {}

  /**
   * The tree in a file.
   *
   * @return empty when it can't be told what the document says; a tree may come with errors (the
   *     first of duplicate keys stays), so that the rest of a file's faults can be found too
   */
  public static Optional<Node> read(Path file, Findings findings) {
    Position whole = Position.of(file.toString());
    try (InputStream input = Files.newInputStream(file)) {
      byte[] bytes = input.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        findings.error(
            "file-too-large",
            whole,
            "The file is larger than " + (MAX_BYTES >> 20) + " MiB.",
            "Keep large inputs, such as demand, in files of their own.");
        return Optional.empty();
      }
      return decode(bytes, file.toString(), findings)
          .flatMap(text -> parse(text, file.toString(), findings));
    } catch (NoSuchFileException e) {
      findings.error("file-not-found", whole, "There is no such file.", "");
    } catch (IOException e) {
      findings.error("file-unreadable", whole, "The file can't be read: " + reason(e) + ".", "");
    }
    return Optional.empty();
  }

  /**
   * The tree in a text.
   *
   * @param name what stands for the file in findings
   * @return empty when it can't be told what the document says; a tree may come with errors (the
   *     first of duplicate keys stays), so that the rest of a file's faults can be found too
   */
  public static Optional<Node> parse(String text, String name, Findings findings) {
    String document = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new DocumentReader(document, name, findings).read();
  }

  private static Optional<String> decode(byte[] bytes, String name, Findings findings) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CharBuffer output = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(input, output, true);
    output.flip();
    if (!result.isError()) {
      return Optional.of(output.toString());
    }
    String before = output.toString();
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    findings.error(
        "yaml-not-utf-8",
        new Position(name, line, column),
        "A byte here is not part of UTF-8 text.",
        "Save the file as UTF-8.");
    return Optional.empty();
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
