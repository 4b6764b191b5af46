package io.testroad.sensing;

import io.testroad.engine.AgentId;
import io.testroad.protocol.SceneLetter;
import java.util.Optional;

/** What somebody who watches roads can notice there, and how it is told. */
sealed interface Watcher permits SensorSpec, CheckpointSpec {

  /** The watcher's agent. */
  AgentId id();

  /** Whom it tells. */
  AgentId centre();

  /** How it notices, as reports name it. */
  String means();

  /** How wrong the place of a report may be, m. */
  double precisionM();

  /** Whether it sees a road. */
  boolean sees(String road);

  /** What a scene is to it; scenes that are the same to it are noticed once. */
  String kindOf(SceneLetter.Sight sight);

  /** How well it notices a scene; empty when it can't. */
  Optional<Detection> detection(SceneLetter.Sight sight, Clarity.Conditions conditions);

  /** What it takes the scene for. */
  SceneLetter.Sight believed(SceneLetter.Sight sight);
}
