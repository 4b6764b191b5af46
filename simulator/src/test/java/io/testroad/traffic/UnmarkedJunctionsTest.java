package io.testroad.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.finding.Findings;
import io.testroad.network.Network;
import io.testroad.network.SumoNetworkReader;
import io.testroad.network.SumoNetworkWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crossing for which the network has no right of way: who comes first goes first. */
class UnmarkedJunctionsTest {

  private static final String[] WAYS = {
    "from-west to-east", "from-south to-north", "from-east to-south", "from-north to-east"
  };

  /** A crossing as SUMO writes an unregulated one: a kind, and no requests. */
  private static Network unmarked(Path folder) {
    try {
      Path file = folder.resolve("crossing.net.xml");
      SumoNetworkWriter.write(Roads.crossing("right_before_left"), file);
      String text = Files.readString(file);
      Files.writeString(
          file,
          text.replace("type=\"right_before_left\"", "type=\"unregulated\"")
              .replaceAll("<request [^>]*/>", ""));
      return SumoNetworkReader.read(file, new Findings()).orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void allWhosePathsMeetMindEachOther(@TempDir Path folder) {
    RoadTables tables = RoadTables.of(unmarked(folder));
    int minds = 0;
    for (int link = 0; link < tables.links(); link++) {
      for (int other : tables.yieldTo[link]) {
        assertThat(tables.yields(other, link)).isTrue();
        assertThat(tables.linkAgrees[link]).isTrue();
        minds++;
      }
    }
    assertThat(minds).isPositive();
  }

  /** Of two at right angles the one who is nearer passes first, without braking for the other. */
  @Test
  void whoComesFirstGoesFirst(@TempDir Path folder) {
    RoadWorld world =
        RoadWorld.on(unmarked(folder))
            .departing(
                Ride.of("first", "from-west to-east").by(Types.IDM),
                Ride.of("second", "from-south to-north").by(Types.IDM).at(2));
    RoadWorld alone =
        RoadWorld.on(unmarked(folder))
            .departing(Ride.of("first", "from-west to-east").by(Types.IDM));
    world.runOut(200);
    alone.runOut(200);
    assertThat(world.trip("first").arrival()).isEqualTo(alone.trip("first").arrival());
    assertThat(world.trip("second").arrival()).isGreaterThan(world.trip("first").arrival());
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 1000})
  void allPassWithoutTouching(long tickMillis, @TempDir Path folder) {
    Ride[] rides = new Ride[48];
    for (int i = 0; i < rides.length; i++) {
      rides[i] = Ride.of("car-" + i, WAYS[i % WAYS.length]).at(i / WAYS.length * 3);
    }
    RoadWorld world =
        RoadWorld.on(unmarked(folder)).tickMillis(tickMillis).regions(2).departing(rides);
    while (!world.traffic().isOver() && world.nowS() < 900) {
      world.step();
      assertThat(Overlaps.of(world.traffic())).as("at %s s", world.nowS()).isEmpty();
    }
    assertThat(world.state()).isEmpty();
    assertThat(world.traffic().collisions).isZero();
  }
}
