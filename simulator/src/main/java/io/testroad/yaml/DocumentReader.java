package io.testroad.yaml;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** Turns the parser's events into a tree. An alias is never followed, so a tree can't explode. */
final class DocumentReader {

  private static final int MAX_KEY_LENGTH = 1024;

  private final String document;
  private final String name;
  private final Findings findings;
  private final int[] codePoints;
  private final Parser events;
  private int nodes;
  private boolean broken;

  DocumentReader(String document, String name, Findings findings) {
    this.document = document;
    this.name = name;
    this.findings = findings;
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(YamlReader.MAX_BYTES);
    this.codePoints = document.codePoints().toArray();
    this.events = new ParserImpl(new DocumentStream(name, codePoints), options);
  }

  /** Thrown when reading can't go on; the finding is recorded already. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stop() {
      super(null, null, false, false);
    }
  }

  /** The document's tree; empty when it can't be told what the document says. */
  Optional<Node> read() {
    try {
      refuseUnprintable();
      Node root = document();
      return broken ? Optional.empty() : Optional.of(root);
    } catch (Stop e) {
      return Optional.empty();
    } catch (MarkedYAMLException e) {
      syntax(e);
    } catch (RuntimeException e) { // the parser lets some malformed numbers through as such
      fault("yaml-syntax", Position.of(name), "The file isn't YAML.", "");
    }
    return Optional.empty();
  }

  private void refuseUnprintable() {
    for (int i = 0; i < codePoints.length; i++) {
      if (!StreamReader.isPrintable(codePoints[i])) {
        stop("yaml-syntax", at(i), "This character can't stand in YAML.");
      }
    }
  }

  private Node document() {
    events.getEvent(); // stream start
    if (events.checkEvent(Event.ID.StreamEnd)) {
      fault("yaml-empty", Position.of(name), "There is nothing in the file.", "");
      throw new Stop();
    }
    events.getEvent(); // document start
    Node root = node(1);
    events.getEvent(); // document end
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      fault(
          "yaml-several-documents",
          position(events.peekEvent().getStartMark()),
          "A second document begins here.",
          "Keep one document in a file.");
    }
    return root;
  }

  private Node node(int depth) {
    Event event = events.getEvent();
    Position position = position(event.getStartMark());
    if (++nodes > YamlReader.MAX_NODES) {
      stop("yaml-too-many-nodes", position, "The file holds too many values.");
    }
    if (depth > YamlReader.MAX_DEPTH) {
      stop("yaml-too-deep", position, "Values nest too deep here.");
    }
    refuseAnchor(event, position);
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), position);
      ScalarSource source = new ScalarSource(document, event.getStartMark().getIndex());
      return new Scalar(scalar.getValue(), scalar.isPlain(), position, source);
    }
    if (event instanceof SequenceStartEvent sequence) {
      refuseTag(sequence.getTag(), position);
      return sequence(depth, position);
    }
    if (event instanceof MappingStartEvent mapping) {
      refuseTag(mapping.getTag(), position);
      return mapping(depth, position);
    }
    return Scalar.plain("", position); // an alias, refused above
  }

  private Sequence sequence(int depth, Position position) {
    List<Node> items = new ArrayList<>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(depth + 1));
    }
    events.getEvent();
    return new Sequence(items, position);
  }

  private Mapping mapping(int depth, Position position) {
    List<Mapping.Entry> entries = new ArrayList<>();
    Map<String, Position> seen = new HashMap<>();
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      Node key = node(depth + 1);
      Node value = node(depth + 1);
      if (!(key instanceof Scalar scalar) || scalar.text().length() > MAX_KEY_LENGTH) {
        fault("yaml-key", key.position(), "A key must be a short text.", "");
        continue;
      }
      Position first = seen.putIfAbsent(scalar.text(), key.position());
      if (first == null) {
        entries.add(new Mapping.Entry(scalar.text(), key.position(), value));
      } else {
        duplicate(scalar, first);
      }
    }
    events.getEvent();
    return new Mapping(entries, position);
  }

  private void duplicate(Scalar key, Position first) {
    fault(
        "duplicate-key",
        key.position(),
        "The key '" + key.text() + "' stands in line " + first.line() + " already.",
        "Keep one of the two.");
  }

  private void refuseAnchor(Event event, Position position) {
    if (event instanceof AliasEvent alias) {
      broken = true;
      fault(
          "yaml-anchor",
          position,
          "The alias '*" + alias.getAnchor() + "' is not allowed.",
          "Write the value out, or put the text in quotes if a star was meant.");
    } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
      fault(
          "yaml-anchor",
          position,
          "The anchor '&" + node.getAnchor() + "' is not allowed.",
          "Write the value out where it is needed.");
    }
  }

  private void refuseTag(@Nullable String tag, Position position) {
    if (tag != null) {
      fault("yaml-tag", position, "The tag '" + tag + "' is not allowed.", "Leave it out.");
    }
  }

  private void syntax(MarkedYAMLException e) {
    Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    Position position = mark == null ? Position.of(name) : position(mark);
    String problem = e.getProblem() == null ? "the YAML can't be read" : e.getProblem();
    String context = e.getContext() == null ? "" : " " + e.getContext();
    boolean cut = mark != null && mark.getIndex() >= codePoints.length;
    fault(
        "yaml-syntax",
        position,
        (cut ? "The file ends too early" : "This isn't YAML") + context + ": " + problem + ".",
        "");
  }

  private void stop(String code, Position position, String message) {
    fault(code, position, message, "");
    throw new Stop();
  }

  private void fault(String code, Position position, String message, String remedy) {
    findings.error(code, position, message, remedy);
  }

  private Position position(Mark mark) {
    return new Position(name, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private Position at(int codePoint) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < codePoint; i++) {
      column = codePoints[i] == '\n' ? 1 : column + 1;
      line += codePoints[i] == '\n' ? 1 : 0;
    }
    return new Position(name, line, column);
  }
}
