package io.testroad.network;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an XML file, plain or gzipped, element by element, in bounded time and memory.
 *
 * <p>Resolves no external entities and no document type; a file with a {@code DOCTYPE} is refused.
 * Whatever is wrong with the file becomes a finding.
 */
public final class XmlInput {

  private static final int MAX_DEPTH = 64;

  private XmlInput() {}

  /** What is done with the elements, in the order of the file. */
  public interface Handler {
    /** An element begins. The object is reused: it is valid during the call only. */
    void start(XmlElement element);

    /** An element ends. */
    default void end(String name) {}
  }

  /**
   * Reads a file.
   *
   * @param root the name the outermost element must have, or empty when any will do
   * @return whether the file was well-formed and read to its end; if not, an error was recorded
   */
  public static boolean read(Path file, String root, Findings findings, Handler handler) {
    return new Reading(file, root, findings, handler).run();
  }

  /** An element of the full parser. */
  private record StaxSource(XMLStreamReader reader) implements XmlSource {
    @Override
    public String name() {
      return reader.getLocalName();
    }

    @Override
    public @Nullable String value(String attribute) {
      int count = reader.getAttributeCount();
      for (int i = 0; i < count; i++) {
        if (attribute.equals(reader.getAttributeLocalName(i))) {
          return reader.getAttributeValue(i);
        }
      }
      return null;
    }
  }

  private static final class Reading {
    private final Path file;
    private final String root;
    private final Findings findings;
    private final Handler handler;
    private int line = 1;
    private int column = 1;
    private int depth;

    /** Beginnings and ends of elements that the handler has seen. */
    private long told;

    Reading(Path file, String root, Findings findings, Handler handler) {
      this.file = file;
      this.root = root;
      this.findings = findings;
      this.handler = handler;
    }

    boolean run() {
      Boolean quickly = runQuickly();
      return quickly == null ? runFully() : quickly;
    }

    /** Reads what is plain; null where the full parser must go on. */
    private @Nullable Boolean runQuickly() {
      try (InputStream input = BoundedInput.open(file)) {
        XmlScanner scanner = new XmlScanner(input);
        XmlElement element = new XmlElement(scanner, file.toString(), findings);
        while (true) {
          switch (scanner.next()) {
            case START -> {
              line = scanner.line();
              column = scanner.column();
              if (!begin(element)) {
                return false;
              }
            }
            case END -> finish(scanner.name());
            case FILE_END -> {
              return true;
            }
            case OTHER -> {
              return null;
            }
          }
        }
      } catch (IOException e) {
        return null; // as the full parser will find too, and say
      }
    }

    /** Reads all over again, telling only what was not told yet, and says what is wrong. */
    private boolean runFully() {
      BoundedInput input = null;
      try (InputStream opened = BoundedInput.open(file)) {
        input = (BoundedInput) opened;
        return walk(factory().createXMLStreamReader(input));
      } catch (XMLStreamException e) {
        return failed(e, input);
      } catch (IOException e) {
        findings.error(
            "file-unreadable",
            Position.of(file.toString()),
            "The file can't be read: " + e.getClass().getSimpleName() + " " + e.getMessage() + ".",
            "Check that the path is right and that the file is readable.");
        return false;
      }
    }

    private static XMLInputFactory factory() {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
      return factory;
    }

    private boolean walk(XMLStreamReader reader) throws XMLStreamException {
      XmlElement element = new XmlElement(new StaxSource(reader), file.toString(), findings);
      long known = told;
      int event = XMLStreamConstants.START_DOCUMENT;
      while (reader.hasNext()) {
        Location before = reader.getLocation();
        line = before.getLineNumber();
        // After text the parser has already taken the '<' of what follows.
        column = before.getColumnNumber() - (event == XMLStreamConstants.CHARACTERS ? 1 : 0);
        event = reader.next();
        boolean start = event == XMLStreamConstants.START_ELEMENT;
        if (start || event == XMLStreamConstants.END_ELEMENT) {
          if (known > 0) {
            known--;
          } else if (!start) {
            finish(reader.getLocalName());
          } else if (!begin(element)) {
            return false;
          }
        } else if (event == XMLStreamConstants.DTD
            || event == XMLStreamConstants.ENTITY_REFERENCE) {
          refuse(
              "xml-doctype",
              "The file declares a document type or uses an entity.",
              "Remove the DOCTYPE and write entities out.");
          return false;
        }
      }
      return true;
    }

    private boolean begin(XmlElement element) {
      depth++;
      told++;
      element.moveTo(line, column);
      if (depth > MAX_DEPTH) {
        refuse("xml-too-deep", "Elements are nested more than " + MAX_DEPTH + " deep.", "");
        return false;
      }
      if (depth == 1 && !root.isEmpty() && !root.equals(element.name())) {
        refuse(
            "wrong-root",
            "The outermost element is <" + element.name() + ">, not <" + root + ">.",
            "Name a file of the right kind.");
        return false;
      }
      handler.start(element);
      return true;
    }

    private void finish(String name) {
      depth--;
      told++;
      handler.end(name);
    }

    private boolean failed(XMLStreamException e, @Nullable BoundedInput input) {
      BoundedInput.LimitExceeded limit = input == null ? null : input.exceeded();
      if (limit != null) {
        refuse(
            limit.code(),
            String.valueOf(limit.getMessage()),
            "Split the file or check that it is what it says.");
        return false;
      }
      Location location = e.getLocation();
      if (location != null) {
        line = location.getLineNumber();
        column = location.getColumnNumber();
      }
      String text = String.valueOf(e.getMessage());
      int cut = text.indexOf("Message: ");
      String reason = (cut >= 0 ? text.substring(cut + 9) : text).strip();
      if (reason.contains("AttributeNotUnique")) {
        reason = "an attribute stands twice in an element.";
      }
      refuse(
          "xml-malformed",
          "The XML is broken or cut off here: " + reason,
          "Mend or fetch the file again.");
      return false;
    }

    private void refuse(String code, String message, String remedy) {
      Position position = new Position(file.toString(), Math.max(0, line), Math.max(0, column));
      findings.error(code, position, message, remedy);
    }
  }
}
