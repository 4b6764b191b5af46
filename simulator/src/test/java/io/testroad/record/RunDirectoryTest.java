package io.testroad.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Finding;
import io.testroad.finding.Findings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

  @TempDir Path temp;

  private final Findings findings = new Findings();

  static Manifest manifest() {
    return Manifest.begun(
        "0.1.0",
        "Tiny",
        "tiny.yaml",
        7,
        TinyWorld.CLOCK,
        2,
        List.of(new Manifest.InputFile("tiny.yaml", "00ff")));
  }

  private String codes() {
    return findings.list().stream().map(Finding::code).toList().toString();
  }

  @Test
  void aNewDirectoryIsMadeWithItsParents() {
    Path path = temp.resolve("runs/one");
    assertThat(RunDirectory.create(path, false, findings)).isPresent();
    assertThat(path).isEmptyDirectory();
    assertThat(codes()).isEqualTo("[]");
  }

  @Test
  void anEmptyDirectoryWillDo() {
    assertThat(RunDirectory.create(temp, false, findings)).isPresent();
  }

  @Test
  void otherFilesAreNeverOverwritten() throws Exception {
    Files.writeString(temp.resolve("thesis.tex"), "");
    Files.writeString(temp.resolve("manifest.json"), "{\"program\": \"another\"}");
    assertThat(RunDirectory.create(temp, true, findings)).isEmpty();
    assertThat(codes()).isEqualTo("[run-directory-not-empty]");
    assertThat(temp.resolve("thesis.tex")).exists();
  }

  @Test
  void anEarlierRunIsOverwrittenWhenAsked() throws Exception {
    RunDirectory earlier = RunDirectory.create(temp, false, findings).orElseThrow();
    earlier.write(manifest());
    Files.writeString(earlier.events(), "{}\n");
    Files.createDirectories(earlier.checkpoints());
    Files.writeString(earlier.checkpoints().resolve("600.json"), "{}");
    Files.writeString(temp.resolve("notes.txt"), "mine");

    assertThat(RunDirectory.create(temp, false, findings)).isEmpty();
    assertThat(codes()).isEqualTo("[run-directory-not-empty]");
    assertThat(earlier.events()).exists();

    assertThat(RunDirectory.create(temp, true, findings)).isPresent();
    assertThat(temp).isDirectoryNotContaining(path -> !path.endsWith("notes.txt"));
    assertThat(temp.resolve("notes.txt")).exists();
  }

  @Test
  void aFileIsNoDirectory() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertThat(RunDirectory.create(file, true, findings)).isEmpty();
    assertThat(RunDirectory.create(file.resolve("below"), true, findings)).isEmpty();
    assertThat(codes()).isEqualTo("[run-directory-is-file, run-directory-unwritable]");
  }

  @Test
  void onlyARunIsOpened() throws Exception {
    assertThat(RunDirectory.open(temp, findings)).isEmpty();
    assertThat(codes()).isEqualTo("[not-a-run-directory]");
    RunDirectory.create(temp, false, findings).orElseThrow().write(manifest());
    Optional<RunDirectory> opened = RunDirectory.open(temp, findings);
    assertThat(opened.orElseThrow().readManifest()).isEqualTo(manifest());
  }

  @Test
  void theManifestIsReadable() throws Exception {
    RunDirectory directory = RunDirectory.create(temp, false, findings).orElseThrow();
    directory.write(manifest().ended(Manifest.Status.COMPLETED, 600, "ab12", 0.5));
    assertThat(Files.readString(directory.manifest()))
        .isEqualTo(
            """
            {
              "formatVersion": 1,
              "program": "testroad",
              "programVersion": "0.1.0",
              "scenario": "Tiny",
              "scenarioFile": "tiny.yaml",
              "seed": 7,
              "start": "2025-02-28T23:50:00.000+08:00",
              "tickMs": 100,
              "threads": 2,
              "javaVersion": "JAVA",
              "status": "completed",
              "endTick": 600,
              "digest": "sha256:ab12",
              "inputs": [
                {
                  "file": "tiny.yaml",
                  "sha256": "00ff"
                }
              ],
              "wallS": 0.5,
              "realTimeFactor": 120.0
            }
            """
                .replace("JAVA", Runtime.version().toString()));
  }

  @Test
  void inputFilesAreHashed() throws Exception {
    Path file = Files.writeString(temp.resolve("abc"), "abc");
    assertThat(Manifest.InputFile.of("in/abc", file))
        .isEqualTo(
            new Manifest.InputFile(
                "in/abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  }
}
