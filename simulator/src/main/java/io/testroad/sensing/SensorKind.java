package io.testroad.sensing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind a sensor is of. Written in kebab-case; so reports name the means. */
public enum SensorKind {
  /** A video detector, whose picture somebody can look at. */
  CAMERA(10),
  /** Loops in the road, a station every so far; all they see is that traffic stands. */
  LOOP(SensorSpec.STATIONS_M),
  /** A roadside unit, which hears what ICVs say of themselves. */
  ROADSIDE_UNIT(1.5);

  private final double precisionM;

  SensorKind(double precisionM) {
    this.precisionM = precisionM;
  }

  /**
   * How wrong the place of a report may be, m: of a camera an assumption; of loops the spacing of
   * their stations; of roadside units what forward-collision warnings ask for (from memory).
   */
  public double precisionM() {
    return precisionM;
  }

  /** The written form. */
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of a written form. */
  public static Optional<SensorKind> find(String written) {
    return Arrays.stream(values()).filter(kind -> kind.written().equals(written)).findFirst();
  }
}
