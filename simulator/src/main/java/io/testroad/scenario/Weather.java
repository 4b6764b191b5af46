package io.testroad.scenario;

import io.testroad.engine.RoadDecision;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Weather, with its factors on desired speed and on time headway. All factors are assumptions; rain
 * lowers speeds by about a twentieth, heavy rain by about a fifth in accounts from practice.
 */
enum Weather {
  CLEAR(1, 1),
  RAIN(0.95, 1.1),
  HEAVY_RAIN(0.8, 1.3),
  FOG(0.75, 1.4),
  SNOW(0.7, 1.5),
  ICE(0.5, 1.8);

  private final double speedFactor;
  private final double headwayFactor;

  Weather(double speedFactor, double headwayFactor) {
    this.speedFactor = speedFactor;
    this.headwayFactor = headwayFactor;
  }

  /** The written form, kebab-case. */
  String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static List<String> names() {
    return Arrays.stream(values()).map(Weather::written).toList();
  }

  static Optional<Weather> find(String written) {
    return Arrays.stream(values()).filter(w -> w.written().equals(written)).findFirst();
  }

  double speedFactor() {
    return speedFactor;
  }

  double headwayFactor() {
    return headwayFactor;
  }

  /** Its effect on the roads. */
  RoadDecision decision() {
    return new RoadDecision.SetWeather(speedFactor, headwayFactor);
  }
}
