package io.testroad.sensing;

import io.testroad.protocol.SceneLetter;

/**
 * A scene that a watcher could notice.
 *
 * @param sight as it looks
 * @param draws how often it was drawn whether it is noticed: once, and with each change of kind
 * @param due whether that is to be drawn yet, because the watcher didn't work
 * @param noticed whether it was noticed at all
 * @param readyTick when the last report goes out, if noticed
 */
public record Watched(
    SceneLetter.Sight sight, int draws, boolean due, boolean noticed, long readyTick) {

  /** The same, looking different. */
  Watched looks(SceneLetter.Sight now) {
    return new Watched(now, draws, due, noticed, readyTick);
  }

  /** The same, whose detection is to be drawn again. */
  Watched postponed() {
    return new Watched(sight, draws, true, noticed, readyTick);
  }
}
