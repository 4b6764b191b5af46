package io.testroad.demand;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.Decimals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the departures of a day are spread over its 24 hours; within an hour they are even.
 *
 * <p>Source of {@link #DAY}: an assumption, two peaks as household surveys of large cities show
 * them, at 7 to 9 and 17 to 19 o'clock, with a tenth of the day's trips in the busiest hour.
 *
 * @param shares 24 numbers, not negative, some of them positive
 */
public record DayProfile(List<Double> shares) {

  /** A working day with two peaks. */
  public static final DayProfile DAY =
      new DayProfile(
          List.of(
              0.6, 0.4, 0.3, 0.3, 0.6, 1.6, 4.2, 9.2, 9.0, 6.0, 4.9, 4.8, 5.0, 4.9, 4.9, 5.2, 6.4,
              8.6, 8.2, 5.2, 3.7, 2.9, 1.9, 1.2));

  /** The same all day. */
  public static final DayProfile FLAT = new DayProfile(java.util.Collections.nCopies(24, 1.0));

  private static final int HOURS = 24;
  private static final long MAX_BYTES = 100_000;
  private static final double HOUR_S = 3600;

  public DayProfile {
    shares = List.copyOf(shares);
    if (shares.size() != HOURS) {
      throw new IllegalArgumentException("a day has 24 hours");
    }
  }

  /**
   * Reads 24 numbers, one an hour from midnight on, apart by spaces, commas or lines; what follows
   * {@code #} on a line is a remark.
   *
   * <p>Errors: {@code file-unreadable}, {@code bad-profile}; then it returns {@link #DAY}.
   */
  public static DayProfile read(Path file, Findings findings) {
    List<String> lines;
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new IOException("it is too large");
      }
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      findings.error(
          "file-unreadable",
          Position.of(file.toString()),
          "The profile can't be read: " + e.getMessage() + ".",
          "Name a text file with 24 numbers, or say day or flat.");
      return DAY;
    }
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      readLine(lines.get(i), new Position(file.toString(), i + 1, 1), shares, findings);
    }
    double sum = shares.stream().mapToDouble(share -> share).sum();
    if (shares.size() == HOURS && sum > 0) {
      return new DayProfile(shares);
    }
    if (!findings.hasErrors()) {
      bad(
          Position.of(file.toString()),
          "The profile holds " + shares.size() + " numbers, which sum up to " + sum + ".",
          findings);
    }
    return DAY;
  }

  private static void readLine(
      String line, Position position, List<Double> shares, Findings findings) {
    int remark = line.indexOf('#');
    String text = remark < 0 ? line : line.substring(0, remark);
    for (String word : text.strip().split("[\\s,;]+", -1)) {
      double share = Decimals.parse(word, 0, word.length());
      if (share >= 0) {
        shares.add(share);
      } else if (!word.isEmpty()) {
        bad(position, "'" + word + "' is not a number of 0 or more.", findings);
      }
    }
  }

  private static void bad(Position position, String message, Findings findings) {
    findings.error(
        "bad-profile", position, message, "Write 24 numbers, the share of each hour of the day.");
  }

  /** Share of an hour at a time of day, s since midnight; over midnight it goes on. */
  double at(double second) {
    return shares.get((int) Math.floorMod((long) Math.floor(second / HOUR_S), (long) HOURS));
  }

  /**
   * Departures up to a time, as a share of those of the whole span, turned round: the time by which
   * so many have departed.
   *
   * @param share 0 to 1
   * @return s since midnight
   */
  double timeOf(double share, double beginS, double endS) {
    double wanted = share * sum(beginS, endS);
    double at = beginS;
    while (at < endS) {
      double next = Math.min(endS, (Math.floor(at / HOUR_S) + 1) * HOUR_S);
      double part = (next - at) * at(at);
      if (part > 0 && wanted <= part) {
        return at + wanted / at(at);
      }
      wanted -= part;
      at = next;
    }
    return endS;
  }

  /** Share-seconds of a span; 0 when nobody departs in it. */
  public double sum(double beginS, double endS) {
    double sum = 0;
    for (double at = beginS; at < endS; ) {
      double next = Math.min(endS, (Math.floor(at / HOUR_S) + 1) * HOUR_S);
      sum += (next - at) * at(at);
      at = next;
    }
    return sum;
  }

  /** Share of trips from home among those of an hour: most in the morning, few in the evening. */
  static double shareFromHome(double second) {
    int hour = (int) Math.floorMod((long) Math.floor(second / HOUR_S), (long) HOURS);
    if (hour >= 5 && hour < 10) {
      return 0.8;
    }
    return hour >= 15 && hour < 21 ? 0.25 : 0.5;
  }
}
