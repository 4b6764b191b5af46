package io.testroad.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThriftCompactTest {

  @Test
  void numbersAreZigzagVarints() {
    // field 1, i32: 1; field 3, i64: -3; field 20, i16: 150
    ThriftCompact.Struct struct =
        ThriftCompact.parse(HexFormat.of().parseHex("1502" + "2605" + "0428ac02" + "00"));
    assertThat(struct.getLong(1)).isEqualTo(1);
    assertThat(struct.getLong(3)).isEqualTo(-3);
    assertThat(struct.getLong(20)).isEqualTo(150);
    struct.set(3, 64L);
    struct.set(4, 1L);
    assertThat(HexFormat.of().formatHex(ThriftCompact.bytes(struct)))
        .isEqualTo("1502" + "268001" + "0428ac02" + "00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00",
        // true, false, a byte, a double
        "11" + "12" + "13ff" + "17000000000000f83f" + "00",
        // text, a list of two numbers, a structure with a text
        "1803616263" + "19250204" + "1c1801780000",
        // a list of sixteen truth values, a list of structures
        "19f11001020101010101010101010101010101" + "191c150200" + "00"
      })
  void whatIsReadIsWrittenAgain(String hex) {
    ThriftCompact.Struct struct = ThriftCompact.parse(HexFormat.of().parseHex(hex));
    byte[] written = ThriftCompact.bytes(struct);
    assertThat(ThriftCompact.bytes(ThriftCompact.parse(written))).isEqualTo(written);
    assertThat(HexFormat.of().formatHex(written)).isEqualTo(hex);
  }
}
