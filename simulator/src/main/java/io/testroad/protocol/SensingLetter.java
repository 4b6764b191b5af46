package io.testroad.protocol;

/** Letters to sensors and callers about themselves: failures, and timers of their own. */
public sealed interface SensingLetter extends Correspondence {

  /**
   * A sensor, or the platform, no longer works; from the script.
   *
   * @param cause kebab-case, for instance power-cut or v2x-outage
   */
  record SensorFails(String cause) implements SensingLetter {}

  /** It works again. */
  record SensorMended() implements SensingLetter {}

  /**
   * A timer of the callers' own: somebody calls about a scene.
   *
   * @param crowd who: passer-by or rider
   * @param serial of the draw; an older one than the crowd's is void
   */
  record CallDue(int scene, String crowd, int serial) implements SensingLetter {}

  /** A timer of the callers' own: the call of that number has waited long enough. */
  record PatienceEnds(int call) implements SensingLetter {}

  /** A timer of the callers' own: the call of that number has been taken down. */
  record CallEnds(int call) implements SensingLetter {}
}
