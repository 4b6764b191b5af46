package io.testroad.demand;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.XmlElement;
import io.testroad.network.XmlInput;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a {@link SumoConfiguration}. */
final class SumoConfigurationReader implements XmlInput.Handler {

  private static final Set<String> ROOTS = Set.of("sumoConfiguration", "configuration");

  /** Sections whose options can change traffic. */
  private static final Set<String> WITH_EFFECT =
      Set.of("input", "time", "processing", "routing", "mesoscopic");

  /** Options in those sections that don't, or that fit what this program does anyway. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "ignore-route-errors",
          "route-steps",
          "junction-taz",
          "xml-validation",
          "xml-validation.net",
          "xml-validation.routes",
          "load-state.offset",
          "threads");

  private final Path file;
  private final List<Path> netFiles = new ArrayList<>();
  private final List<Path> routeFiles = new ArrayList<>();
  private final List<Path> additionalFiles = new ArrayList<>();
  private Position root;
  private String section = "";
  private int depth;
  private boolean isConfiguration;
  private long beginMs;
  private long endMs = -1;
  private double stepLengthS = 1;

  SumoConfigurationReader(Path file) {
    this.file = file;
    root = Position.of(file.toString());
  }

  Optional<SumoConfiguration> read(Findings findings) {
    int before = findings.errors();
    boolean whole = XmlInput.read(file, "", findings, this);
    if (whole && isConfiguration && netFiles.size() != 1) {
      findings.error(
          "missing-network",
          root,
          "The configuration names " + netFiles.size() + " networks.",
          "Name one: <net-file value=\"…\"/>.");
    }
    if (!whole || findings.errors() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new SumoConfiguration(
            file, netFiles.get(0), routeFiles, additionalFiles, beginMs, endMs, stepLengthS));
  }

  @Override
  public void start(XmlElement element) {
    depth++;
    if (depth == 1) {
      root = element.position();
      isConfiguration = ROOTS.contains(element.name());
      if (!isConfiguration) {
        element.fault(
            "wrong-root",
            "The outermost element is <" + element.name() + ">, not <sumoConfiguration>.",
            "Name a SUMO configuration.");
      }
    }
    String value = element.has("value") ? "value" : "v";
    if (depth == 2) {
      section = element.name();
    }
    if (depth > 1 && element.has(value)) {
      option(element, value);
    }
  }

  @Override
  public void end(String name) {
    depth--;
  }

  private void option(XmlElement element, String value) {
    switch (element.name()) {
      case "net-file", "net", "n" -> addFiles(element, value, netFiles);
      case "route-files", "routes", "r" -> addFiles(element, value, routeFiles);
      case "additional-files", "additional", "a" -> addFiles(element, value, additionalFiles);
      case "begin", "b" -> beginMs = element.timeMs(value, 0);
      case "end", "e" -> endMs = Math.max(-1, element.timeMs(value, -1));
      case "step-length" -> stepLengthS = stepLengthS(element, value);
      default -> other(element);
    }
  }

  private static double stepLengthS(XmlElement element, String value) {
    long stepMs = element.timeMs(value, 1000);
    if (stepMs <= 0) {
      element.fault("out-of-range", "The step length is not above 0.", "Correct the value.");
    }
    return stepMs / 1000.0;
  }

  private void other(XmlElement element) {
    if (WITH_EFFECT.contains(section) && !WITHOUT_EFFECT.contains(element.name())) {
      element.doubt("unsupported-option", "The option " + element.name() + " is passed over.", "");
    }
  }

  private void addFiles(XmlElement element, String value, List<Path> files) {
    for (String part : element.text(value, "").split(",", -1)) {
      String name = part.strip();
      Path path = name.isEmpty() ? null : resolve(element, name);
      if (path != null) {
        files.add(path);
      }
    }
  }

  private @Nullable Path resolve(XmlElement element, String name) {
    Path path = null;
    try {
      path = file.resolveSibling(name);
    } catch (InvalidPathException e) {
      element.fault("bad-path", "'" + name + "' is not a path.", "Correct it.");
    }
    if (path != null && !Files.isRegularFile(path)) {
      element.fault(
          "missing-file",
          "The file '" + name + "' of <" + element.name() + "> doesn't exist.",
          "Paths count from the folder of the configuration; check this one.");
    }
    return path;
  }
}
