package io.testroad.sensing;

import io.testroad.engine.Facts;
import io.testroad.engine.RandomStream;
import io.testroad.protocol.SceneFacts;
import io.testroad.protocol.SceneKind;
import io.testroad.protocol.SceneLetter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What callers say of what they see: some name a place along the road, some tell only of a jam.
 *
 * @param habits how often that is
 * @param roads all roads
 * @param chance the stream; a call takes three numbers of it, from three times its number on
 */
record CallerStory(CallersSpec.Habits habits, Coverage roads, RandomStream chance) {

  /** How wrong the place of a call may be, m. */
  static final double PRECISION_M = 150;

  private static final int DRAWS = 3;

  /** What nobody knows by looking. */
  private static final List<String> UNKNOWN =
      List.of(SceneFacts.SUBSTANCE, SceneFacts.LITRES, SceneFacts.CAUSE, SceneFacts.VISIBILITY_M);

  /**
   * What a caller says.
   *
   * @param rider whether it is one of those inside, who know their vehicle
   */
  SceneLetter.Sight told(SceneLetter.Sight sight, boolean rider, int call) {
    double positionM = sight.positionM();
    if (draw(call, 0) < habits.wrongPlace()) {
      positionM += (2 * draw(call, 1) - 1) * PRECISION_M;
    }
    boolean jam = draw(call, 2) < habits.wrongKind();
    return new SceneLetter.Sight(
        sight.scene(),
        jam ? SceneKind.CONGESTION.written() : sight.kind(),
        sight.road(),
        sight.lane(),
        roads.within(sight.road(), positionM),
        rider && !jam ? sight.vehicles() : List.of(),
        jam ? Facts.empty() : known(sight.facts()));
  }

  private double draw(int call, int which) {
    return chance.uniform((long) DRAWS * call + which);
  }

  private static Facts known(Facts facts) {
    SortedMap<String, Object> known = new TreeMap<>(facts.asMap());
    known.keySet().removeAll(UNKNOWN);
    return Facts.from(known);
  }
}
