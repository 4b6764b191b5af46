package io.testroad.record;

import static io.testroad.record.TinyWorld.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.finding.Findings;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecorderTest {

  private static final List<Event> EVENTS =
      List.of(event(1, EventType.VEHICLE_RECOVERED, "vehicle:v0", "road", "a"));

  @TempDir Path temp;

  private RunDirectory directory(String name) {
    return RunDirectory.create(temp.resolve(name), false, new Findings()).orElseThrow();
  }

  private RunRecorder recorder(RunDirectory directory) throws Exception {
    return new RunRecorder(
        directory,
        RunDirectoryTest.manifest(),
        new RunRecorder.Subject(
            TinyWorld.CLOCK,
            TinyWorld.NETWORK,
            TinyWorld.NAMES,
            TinyWorld.TYPES,
            vehicle -> Optional.of("pilot"),
            true,
            directory.path().resolve("tripinfo.xml"),
            directory.path().resolve("fcd.xml.gz")));
  }

  private static void play(RunSink sink) {
    sink.events(1, EVENTS);
    sink.state(10, 3, 4);
    sink.sample(10, TinyWorld.sample());
    sink.trips(12, List.of(TinyWorld.trip("v0", 20)));
  }

  private static List<String> names(RunDirectory directory) throws Exception {
    try (Stream<Path> files = Files.list(directory.path())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aRunLeavesItsFiles() throws Exception {
    RunDirectory directory = directory("run");
    RunRecorder recorder = recorder(directory);
    assertThat(directory.readManifest().status()).isEqualTo(Manifest.Status.RUNNING);
    play(recorder);
    recorder.close(Manifest.Status.COMPLETED, 600);

    assertThat(names(directory))
        .containsExactly(
            "events.jsonl",
            "fcd.xml.gz",
            "manifest.json",
            "metrics.json",
            "trajectories.parquet",
            "tripinfo.xml");
    RunDigest digest = new RunDigest();
    digest.add(EVENTS);
    digest.add(10, 3, 4);
    Manifest manifest = directory.readManifest();
    assertThat(manifest.status()).isEqualTo(Manifest.Status.COMPLETED);
    assertThat(manifest.digest()).isEqualTo("sha256:" + digest.hex());
    assertThat(manifest.endTick()).isEqualTo(600);
    assertThat(directory.readMetrics()).isEqualTo(recorder.metrics());
    assertThat(directory.readMetrics().simulatedS()).isEqualTo(60);
    assertThat(directory.readMetrics().trips().count()).isEqualTo(1);
  }

  @Test
  void whatDependsOnTheRunOnlyIsTheSameTwice() throws Exception {
    List<RunDirectory> two = List.of(directory("one"), directory("two"));
    for (RunDirectory directory : two) {
      RunRecorder recorder = recorder(directory);
      play(recorder);
      recorder.close(Manifest.Status.COMPLETED);
    }
    for (String name : names(two.get(0))) {
      if (!name.equals("manifest.json")) {
        assertThat(two.get(0).path().resolve(name))
            .hasSameBinaryContentAs(two.get(1).path().resolve(name));
      }
    }
  }

  @Test
  void anInterruptFromAnotherThreadLeavesReadableFiles() throws Exception {
    RunDirectory directory = directory("run");
    RunRecorder recorder = recorder(directory);
    play(recorder);
    Thread hook = new Thread(() -> recorder.close(Manifest.Status.INTERRUPTED));
    hook.start();
    hook.join();
    play(recorder);
    recorder.close(Manifest.Status.COMPLETED);

    assertThat(directory.readManifest().status()).isEqualTo(Manifest.Status.INTERRUPTED);
    assertThat(Files.readAllLines(directory.events())).hasSize(1);
    assertThat(Files.readString(directory.path().resolve("tripinfo.xml")))
        .endsWith("</tripinfos>\n");
    byte[] parquet = Files.readAllBytes(directory.trajectories());
    assertThat(new String(parquet, parquet.length - 4, 4, StandardCharsets.US_ASCII))
        .isEqualTo("PAR1");
  }

  @Test
  void plateEventsMakeALedgerEvenOfAnInterruptedRun() throws Exception {
    RunDirectory directory = directory("run");
    RunRecorder recorder = recorder(directory);
    recorder.events(
        0,
        List.of(
            event(0, EventType.PLATE_HELD, "vehicle:v0", "plate", "A", "vehicle", "v0"),
            event(0, EventType.PLATE_HELD, "vehicle:v1", "plate", "B", "vehicle", "v1")));
    recorder.events(
        5, List.of(event(5, EventType.PLATE_EXPIRED, "vehicle:v0", "plate", "A", "vehicle", "v0")));
    assertThat(recorder.metrics().permits())
        .isEqualTo(new Metrics.Permits(new PlateCounts(2, 1, 1, 0, 0)));
    recorder.close(Manifest.Status.INTERRUPTED);
    assertThat(PermitReader.read(directory.permits()))
        .hasSize(5)
        .last()
        .extracting(PermitRow::state, PermitRow::operator)
        .containsExactly(PermitRow.State.EXPIRED, "pilot");
    assertThat(directory.readMetrics().permits()).isEqualTo(recorder.metrics().permits());
    assertThat(directory.unfinished()).doesNotExist();
  }

  @Test
  void aFileThatCannotBeFinishedMakesTheRunFailed() throws Exception {
    RunDirectory directory = directory("run");
    RunRecorder recorder = recorder(directory);
    Files.writeString(directory.unfinished(), "in the way");
    play(recorder);
    assertThatThrownBy(() -> recorder.close(Manifest.Status.COMPLETED))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(directory.readManifest().status()).isEqualTo(Manifest.Status.FAILED);
    assertThat(directory.readMetrics().trips().count()).isEqualTo(1);
    assertThat(Files.readAllLines(directory.events())).hasSize(1);
  }
}
