package io.testroad.incident;

import io.testroad.engine.RandomStream;
import io.testroad.protocol.SceneLetter;
import java.util.List;

/** Draws when and where the scenario's hazards strike. */
final class HazardClock {

  private static final double S_PER_H = 3600;

  /** Entities of the stream that are no scene's number. */
  private static final int FIRST_ENTITY = -1;

  private final ScenesTurn turn;
  private final SceneBeginnings beginnings;

  HazardClock(ScenesTurn turn, SceneBeginnings beginnings) {
    this.turn = turn;
    this.beginnings = beginnings;
  }

  private RandomStream stream(int hazard, ScenesTurn.Draw purpose) {
    return turn.stream(FIRST_ENTITY - hazard, purpose);
  }

  /** Sets every hazard's first timer. */
  void begin() {
    for (int i = 0; i < turn.spec().hazards().size(); i++) {
      Hazard hazard = turn.spec().hazards().get(i);
      next(i, 0, Math.max(0, hazard.fromS() - turn.nowS()));
    }
  }

  private void next(int hazard, int number, double pauseS) {
    Hazard what = turn.spec().hazards().get(hazard);
    double mean = S_PER_H / what.perHour();
    double afterS = pauseS + stream(hazard, ScenesTurn.Draw.HAZARD).exponential(number, mean);
    if (turn.nowS() + afterS <= what.untilS()) {
      turn.remind(afterS, new SceneLetter.HazardDue(hazard, number));
    }
  }

  /** A hazard strikes, the n-th time from 0. */
  void strike(SceneLetter.HazardDue due) {
    Hazard hazard = turn.spec().hazards().get(due.hazard());
    Spot spot = place(due.hazard(), hazard, due.number());
    beginnings.happens(hazard.kind(), spot, List.of(), hazard.facts(), hazard.cause());
    next(due.hazard(), due.number() + 1, 0);
  }

  private Spot place(int index, Hazard hazard, int number) {
    double total = hazard.roads().stream().mapToDouble(turn.roads()::lengthM).sum();
    double at = stream(index, ScenesTurn.Draw.HAZARD_PLACE).uniform(number) * total;
    String road = hazard.roads().get(0);
    for (String candidate : hazard.roads()) {
      road = candidate;
      double lengthM = turn.roads().lengthM(candidate);
      if (at < lengthM) {
        break;
      }
      at -= lengthM;
    }
    int lanes = turn.roads().lanes(road);
    int lane =
        hazard.lane() >= 0
            ? Math.min(hazard.lane(), lanes - 1)
            : (int) (stream(index, ScenesTurn.Draw.HAZARD_LANE).uniform(number) * lanes);
    return new Spot(road, lane, Math.min(at, turn.roads().lengthM(road)));
  }
}
