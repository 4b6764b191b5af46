package io.testroad.scenario;

import io.testroad.demand.SumoConfiguration;
import io.testroad.engine.Clock;
import io.testroad.finding.Findings;
import io.testroad.network.Network;
import io.testroad.network.SumoNetworkReader;
import io.testroad.policy.PackChain;
import io.testroad.policy.Policy;
import io.testroad.policy.PolicyReader;
import io.testroad.yaml.Mapping;
import io.testroad.yaml.MappingReader;
import io.testroad.yaml.Node;
import io.testroad.yaml.Scalar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what the other parts of a scenario rest on: files, time, seed. */
final class HeadReader {

  private static final long VERSION = 1;
  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration LONGEST_TICK = Duration.ofSeconds(10);
  private static final OffsetDateTime SOME_START =
      OffsetDateTime.of(2025, 1, 1, 8, 0, 0, 0, ZoneOffset.ofHours(8));

  private final Path file;
  private final InputFiles files;
  private final Findings findings;
  private Optional<SumoConfiguration> sumo = Optional.empty();
  private String name = "";
  private OffsetDateTime start = SOME_START;
  private Duration tick = TICK;
  private Optional<Duration> end = Optional.empty();
  private long seed;

  HeadReader(Path file, InputFiles files, Findings findings) {
    this.file = file;
    this.files = files;
    this.findings = findings;
  }

  String name() {
    return name;
  }

  OffsetDateTime start() {
    return start;
  }

  Clock clock() {
    return Clock.of(start, tick);
  }

  /** How long the run lasts; empty: until the roads are empty. */
  Optional<Duration> end() {
    return end;
  }

  long seed() {
    return seed;
  }

  Optional<SumoConfiguration> sumo() {
    return sumo;
  }

  /** A scenario with the defaults that depend on others of its values. */
  Node resolve(Node filled) {
    Mapping root = (Mapping) filled;
    readSumo(root);
    Node resolved = filled;
    String fileName = String.valueOf(file.getFileName());
    int dot = fileName.indexOf('.');
    resolved = otherwise(resolved, "name", dot > 0 ? fileName.substring(0, dot) : fileName);
    Optional<Duration> sumoEnd = sumo.flatMap(ScenarioAssembly::end);
    if (sumoEnd.isPresent()) {
      resolved = otherwise(resolved, "duration", sumoEnd.get().toMillis() + " ms");
    } else if (!filled(root, "fleets") && filled(root, "traffic")) {
      resolved = otherwise(resolved, "duration", "until-empty");
    }
    long tickMs = sumo.map(s -> Math.round(s.stepLengthS() * 1000)).orElse(TICK.toMillis());
    return otherwise(resolved, "tick", tickMs + " ms");
  }

  private Node otherwise(Node root, String key, String value) {
    return ((Mapping) root).find(key).isPresent()
        ? root
        : ScenarioReader.with(root, key, value, findings).orElse(root);
  }

  private static boolean filled(Mapping root, String key) {
    Optional<Node> node = root.find(key);
    return node.isPresent()
        && !(node.get() instanceof Scalar)
        && !(node.get() instanceof Mapping mapping && mapping.entries().isEmpty());
  }

  private void readSumo(Mapping root) {
    if (!(root.find("traffic").orElse(null) instanceof io.testroad.yaml.Sequence traffic)) {
      return;
    }
    boolean any = false;
    for (Node item : traffic.items()) {
      if (item instanceof Mapping mapping && mapping.find("sumo").isPresent()) {
        if (any) {
          findings.error(
              "several-sumo", item.position(), "This is a second SUMO configuration.", "");
          continue;
        }
        any = true;
        MappingReader reader =
            MappingReader.of(item, ScenarioForms.SUMO.what(), findings).orElseThrow();
        sumo =
            reader
                .requireScalar("sumo")
                .flatMap(files::find)
                .flatMap(path -> SumoConfiguration.read(path, findings));
        reader.finish();
      }
    }
  }

  /** The network: the scenario's own, or that of its SUMO configuration. */
  Optional<Network> readNetwork(MappingReader root) {
    Optional<Scalar> written = root.findScalar("network");
    if (written.isEmpty() && sumo.isEmpty()) {
      if (!root.has("network") && !namesSumo(root)) {
        findings.error(
            "missing-network",
            root.position(),
            "The scenario names no network.",
            "Add 'network: <path>' or traffic with a SUMO configuration.");
      }
      return Optional.empty();
    }
    Optional<Path> path =
        written.isPresent() ? written.flatMap(files::find) : sumo.map(SumoConfiguration::netFile);
    path.ifPresent(files::add);
    return path.flatMap(p -> SumoNetworkReader.read(p, findings));
  }

  private static boolean namesSumo(MappingReader root) {
    return root.find("traffic").orElse(null) instanceof io.testroad.yaml.Sequence traffic
        && traffic.items().stream()
            .anyMatch(item -> item instanceof Mapping m && m.find("sumo").isPresent());
  }

  /** The policy, with the scenario's values for its parameters. */
  Optional<Policy> readPolicy(MappingReader root) {
    Map<String, Node> overrides = new TreeMap<>();
    root.findMapping("parameters")
        .ifPresent(
            section -> section.mapping().entries().forEach(e -> overrides.put(e.key(), e.value())));
    Optional<Scalar> written = root.findScalar("policy");
    if (written.isEmpty() && (root.has("fleets") || !overrides.isEmpty())) {
      findings.error(
          "missing-policy",
          root.position(),
          "The scenario has " + (root.has("fleets") ? "fleets" : "parameters") + " and no policy.",
          "Add 'policy: <path>'.");
    }
    return written
        .flatMap(files::find)
        .flatMap(
            path -> {
              PackChain.of(path).forEach(pack -> files.add(pack.file()));
              return PolicyReader.read(path, overrides, findings);
            });
  }

  /** Name, time and seed. */
  void read(MappingReader root) {
    if (root.require("testroad").isPresent()) {
      root.findLong("testroad", VERSION, VERSION);
    }
    name = root.findText("name").orElse("");
    root.findText("description");
    root.findText("base"); // what it rests on is in the tree already
    seed = root.findLong("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(0L);
    start = root.findScalar("start").flatMap(s -> Spans.start(s, findings)).orElse(SOME_START);
    root.findScalar("tick").ifPresent(this::readTick);
    readEnd(root);
  }

  private void readTick(Scalar written) {
    Optional<Duration> read = Spans.duration(written, findings);
    if (read.isPresent() && (read.get().isZero() || read.get().compareTo(LONGEST_TICK) > 0)) {
      findings.error(
          "out-of-range", written.position(), "A tick lasts from 1 ms to 10 s.", "Use 100 ms.");
    } else {
      tick = read.orElse(TICK);
    }
  }

  private void readEnd(MappingReader root) {
    Optional<Scalar> written = root.findScalar("duration");
    if (written.isEmpty()) {
      if (!root.has("duration")) {
        findings.error(
            "missing-duration",
            root.position(),
            "The scenario doesn't say how long it lasts.",
            "Add 'duration: 20 min'.");
      }
      end = Optional.of(Duration.ZERO);
    } else if (written.get().text().equals("until-empty")) {
      if (root.has("fleets")) {
        findings.error(
            "until-empty-with-fleets",
            written.get().position(),
            "A scenario with fleets can't last until the roads are empty.",
            "Say how long, for instance 'duration: 20 min'.");
      }
    } else {
      end = Spans.duration(written.get(), findings).or(() -> Optional.of(Duration.ZERO));
    }
  }
}
