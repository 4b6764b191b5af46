package io.testroad.traffic;

/**
 * Episodes on their way between regions: the columns of {@link Episodes}, episode by episode.
 *
 * @param ints the whole-number columns of each
 * @param doubles the real columns of each
 */
public record EpisodeRows(int[] ints, double[] doubles) {

  static final EpisodeRows NONE = new EpisodeRows(new int[0], new double[0]);
}
