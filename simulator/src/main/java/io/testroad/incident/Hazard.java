package io.testroad.incident;

import io.testroad.engine.Facts;
import io.testroad.protocol.SceneKind;
import java.util.List;

/**
 * Something that goes wrong at random: a Poisson process in time, uniform by length in place.
 *
 * @param kind what
 * @param perHour how often on all its roads together, positive
 * @param roads where, at least one
 * @param lane the lane counted from the right; -1: any, drawn
 * @param facts {@code scene.…}, of each
 * @param cause why, kebab-case
 * @param fromS since when it can happen, s since the start
 * @param untilS until when, s since the start; infinite: to the end
 */
public record Hazard(
    SceneKind kind,
    double perHour,
    List<String> roads,
    int lane,
    Facts facts,
    String cause,
    double fromS,
    double untilS) {

  public Hazard {
    roads = List.copyOf(roads);
  }
}
