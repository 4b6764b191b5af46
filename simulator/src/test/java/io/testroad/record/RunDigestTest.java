package io.testroad.record;

import static io.testroad.record.TinyWorld.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.Event;
import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunDigestTest {

  private static final Instant UNTIL = Instant.ofEpochSecond(1_740_757_800L, 500);

  private static final Event EVENT =
      event(
          7,
          EventType.SPEED_LIMIT_CHANGED,
          "road:a",
          "road",
          "道",
          "lane",
          -1,
          "speedLimitMps",
          13.5,
          "fine",
          true,
          "until",
          UNTIL,
          "kinds",
          List.of("x", "yz"));

  @Test
  void hashesTheBytesItSays() throws Exception {
    String bytes =
        """
        74657374726f6164 00000001
        45 0000000000000007
        00000013 73706565642d6c696d69742d6368616e676564
        00000006 726f61643a61
        00000006
        00000004 66696e65 42 01
        00000005 6b696e6473 41 00000002 00000001 78 00000002 797a
        00000004 6c616e65 4c ffffffffffffffff
        00000004 726f6164 53 00000003 e98193
        0000000d 73706565644c696d69744d7073 44 402b000000000000
        00000005 756e74696c 49 0000000067c1db28 000001f4
        54 000000000000000a 0000000000000001 fffffffffffffffe
        """;
    RunDigest digest = new RunDigest();
    digest.add(List.of(EVENT));
    digest.add(10, 1, -2);
    assertThat(digest.hex())
        .isEqualTo(sha256(bytes))
        .isEqualTo("253ef9b5608a597323563ae035dddbc9aa112801bf7e5fb364725e311246ad2b");
  }

  private static String sha256(String hex) throws Exception {
    byte[] bytes = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void anEmptyRunHashesItsHeader() throws Exception {
    assertThat(new RunDigest().hex()).isEqualTo(sha256("74657374726f6164 00000001"));
  }

  @Test
  void canBeReadOnTheWay() {
    RunDigest once = new RunDigest();
    RunDigest often = new RunDigest();
    for (long tick = 0; tick < 5; tick++) {
      once.add(tick, 1, 2);
      often.add(tick, 1, 2);
      assertThat(often.hex()).hasSize(64);
    }
    assertThat(often.hex()).isEqualTo(once.hex());
  }

  @Test
  void longTextsFit() {
    String text = "道".repeat(10_000);
    assertThat(of(event(0, EventType.RUN_STARTED, text, "scenario", text)))
        .isNotEqualTo(of(event(0, EventType.RUN_STARTED, text, "scenario", text + " ")));
  }

  @Test
  void emptyTicksAddNothing() {
    RunDigest digest = new RunDigest();
    digest.add(List.of());
    assertThat(digest.hex()).isEqualTo(new RunDigest().hex());
  }

  @Test
  void everyParticularCounts() {
    Facts facts = EVENT.attributes();
    List<Event> others =
        List.of(
            new Event(8, EVENT.type(), EVENT.subject(), facts),
            new Event(7, EventType.LANE_CLOSED, EVENT.subject(), facts),
            new Event(7, EVENT.type(), "road:b", facts),
            with("road", "b"),
            with("lane", 1),
            with("lane", "-1"),
            with("lane", -1.0),
            with("speedLimitMps", Math.nextUp(13.5)),
            with("fine", false),
            with("until", UNTIL.plusNanos(1)),
            with("until", UNTIL.plusSeconds(1)),
            with("kinds", List.of("xy", "z")),
            with("kinds", List.of("yz", "x")),
            with("more", 0));
    assertThat(others.stream().map(RunDigestTest::of)).doesNotHaveDuplicates();
    assertThat(others.stream().map(RunDigestTest::of)).doesNotContain(of(EVENT));
  }

  private static Event with(String name, Object value) {
    return new Event(7, EVENT.type(), EVENT.subject(), EVENT.attributes().with(name, value));
  }

  @Test
  void statesAndOrderCount() {
    assertThat(List.of(states(1, 2, 3), states(2, 2, 3), states(1, 3, 2), states(1, 2, 4)))
        .doesNotHaveDuplicates();
    RunDigest stateFirst = new RunDigest();
    stateFirst.add(1, 2, 3);
    stateFirst.add(List.of(EVENT));
    RunDigest eventFirst = new RunDigest();
    eventFirst.add(List.of(EVENT));
    eventFirst.add(1, 2, 3);
    assertThat(stateFirst.hex()).isNotEqualTo(eventFirst.hex());
  }

  private static String states(long tick, long a, long b) {
    RunDigest digest = new RunDigest();
    digest.add(tick, a, b);
    return digest.hex();
  }

  private static String of(Event event) {
    RunDigest digest = new RunDigest();
    digest.add(List.of(event));
    return digest.hex();
  }
}
