package io.testroad.demand;

/**
 * How a vehicle's longitudinal controller is set; a model reads only what is its own.
 *
 * @param coolness ACC's trust in the constant-acceleration heuristic c, 0 to 1
 * @param acc gains of the PATH ACC, which CACC falls back to
 * @param cacc gains of CACC
 * @param rss the safety envelope
 */
public record Automation(double coolness, AccGains acc, CaccGains cacc, RssEnvelope rss) {

  /**
   * Published values, no envelope.
   *
   * <p>Source of the coolness: A. Kesting, M. Treiber and D. Helbing, Philosophical Transactions of
   * the Royal Society A 368 (2010).
   */
  public static final Automation DEFAULT =
      new Automation(0.99, AccGains.PATH, CaccGains.PUBLISHED, RssEnvelope.OFF);
}
