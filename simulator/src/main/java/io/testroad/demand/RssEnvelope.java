package io.testroad.demand;

/**
 * The envelope of Responsibility-Sensitive Safety that an automated vehicle may keep around its
 * car-following model.
 *
 * <p>Source: S. Shalev-Shwartz, S. Shammah and A. Shashua, arXiv 1708.06374; the default values are
 * the starting values of ad-rss-lib, Appendix "Parameter Discussion".
 *
 * @param on whether the vehicle keeps it
 * @param responseS own response time ρ, s
 * @param otherResponseS response time granted to others, s
 * @param accelMps2 the hardest acceleration within the response time, m/s²
 * @param brakeMinMps2 the least braking of whoever must brake, m/s²
 * @param brakeMaxMps2 the hardest braking of a vehicle ahead, m/s²
 * @param brakeMinCorrectMps2 the least braking of whoever is on his own lane against one who comes
 *     towards him, m/s²
 * @param lateralAccelMps2 the hardest lateral acceleration within the response time, m/s²
 * @param lateralBrakeMps2 the least lateral braking, m/s²
 * @param lateralMarginM lateral distance kept for small movements, m
 */
public record RssEnvelope(
    boolean on,
    double responseS,
    double otherResponseS,
    double accelMps2,
    double brakeMinMps2,
    double brakeMaxMps2,
    double brakeMinCorrectMps2,
    double lateralAccelMps2,
    double lateralBrakeMps2,
    double lateralMarginM) {

  /** No envelope; the parameters are the defaults. */
  public static final RssEnvelope OFF = new RssEnvelope(false, 1, 2, 3.5, 4, 8, 3, 0.2, 0.8, 0.1);

  /** The same parameters, kept or not. */
  public RssEnvelope with(boolean kept) {
    return new RssEnvelope(
        kept,
        responseS,
        otherResponseS,
        accelMps2,
        brakeMinMps2,
        brakeMaxMps2,
        brakeMinCorrectMps2,
        lateralAccelMps2,
        lateralBrakeMps2,
        lateralMarginM);
  }
}
