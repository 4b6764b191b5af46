package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.Decimals;
import io.testroad.policy.Grade;
import io.testroad.policy.Moment;
import io.testroad.units.Dimension;
import io.testroad.units.Quantity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the values of options are read; what is wrong becomes a usage fault. */
final class Values {

  private Values() {}

  /** A whole number between bounds. */
  abstract static class Whole implements ITypeConverter<Integer> {
    private final int least;
    private final int most;

    Whole(int least, int most) {
      this.least = least;
      this.most = most;
    }

    @Override
    public Integer convert(String text) {
      try {
        int number = Integer.parseInt(text);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // Said below, with the bounds.
      }
      throw new TypeConversionException(
          "'" + text + "' is not a whole number from " + least + " to " + most + ".");
    }
  }

  /** A number of threads. */
  static final class Threads extends Whole {
    Threads() {
      super(1, 1024);
    }
  }

  /** A number of rows. */
  static final class Rows extends Whole {
    Rows() {
      super(1, 1_000_000);
    }
  }

  /** A number of lanes. */
  static final class Lanes extends Whole {
    Lanes() {
      super(1, 8);
    }
  }

  /** A quantity with a unit, not below a bound. */
  abstract static class Measure implements ITypeConverter<Double> {
    private final Dimension dimension;
    private final double least;
    private final String leastText;

    Measure(Dimension dimension, double least, String leastText) {
      this.dimension = dimension;
      this.least = least;
      this.leastText = leastText;
    }

    @Override
    public Double convert(String text) {
      double value = quantity(dimension, text);
      if (value < least) {
        throw new TypeConversionException("'" + text + "' is less than " + leastText + ".");
      }
      return value;
    }
  }

  /** A positive number. */
  static final class Positive implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double number = Decimals.parse(text, 0, text.length());
      if (!(number > 0)) {
        throw new TypeConversionException("'" + text + "' is not a positive number.");
      }
      return number;
    }
  }

  /** A share, 0 to 1. */
  static final class Share implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double number = Decimals.parse(text, 0, text.length());
      if (!(number >= 0 && number <= 1)) {
        throw new TypeConversionException("'" + text + "' is not a number from 0 to 1.");
      }
      return number;
    }
  }

  /** A time of day, h:mm, or on the following day; s since midnight. */
  static final class TimeOfDay implements ITypeConverter<Double> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,2}):([0-5]\\d)(?::([0-5]\\d))?");

    @Override
    public Double convert(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches() || Integer.parseInt(form.group(1)) > 48) {
        throw new TypeConversionException(
            "'" + text + "' is not a time of day. Write hours and minutes, for instance 7:30.");
      }
      int seconds = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
      return 3600.0 * Integer.parseInt(form.group(1))
          + 60 * Integer.parseInt(form.group(2))
          + seconds;
    }
  }

  /** A speed limit, m/s. */
  static final class SpeedLimit extends Measure {
    SpeedLimit() {
      super(Dimension.SPEED, 1, "1 m/s");
    }
  }

  /** A sampling interval; {@code 0} is none. */
  static final class Sampling implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      double seconds = text.equals("0") ? 0 : quantity(Dimension.DURATION, text);
      return Duration.ofMillis(Math.round(seconds * 1000));
    }
  }

  /** A quantity with its unit, in the SI unit of its dimension. */
  static double quantity(Dimension dimension, String text) {
    Findings findings = new Findings();
    OptionalDouble value = Quantity.parse(dimension, text, Position.of(""), findings);
    if (value.isEmpty()) {
      throw new TypeConversionException(
          findings.list().stream()
              .map(finding -> (finding.message() + " " + finding.remedy()).strip())
              .collect(Collectors.joining(" ")));
    }
    return value.getAsDouble();
  }

  /** A file to be written, of an ending, or, where it may be compressed, with .gz behind it. */
  abstract static class OutFile implements ITypeConverter<Path> {
    private final String ending;
    private final boolean compressible;

    OutFile(String ending, boolean compressible) {
      this.ending = ending;
      this.compressible = compressible;
    }

    @Override
    public Path convert(String text) {
      boolean compressed = compressible && text.endsWith(ending + ".gz");
      if (!text.endsWith(ending) && !compressed) {
        throw new TypeConversionException(
            compressible
                ? "'" + text + "' ends neither in " + ending + " nor in " + ending + ".gz."
                : "'" + text + "' does not end in " + ending + ".");
      }
      Path file = Path.of(text);
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw new TypeConversionException("'" + text + "' lies in a folder that is not there.");
      }
      return file;
    }
  }

  /** Where a network goes. */
  static final class NetworkFile extends OutFile {
    NetworkFile() {
      super(".net.xml", true);
    }
  }

  /** Where routes go. */
  static final class RouteFile extends OutFile {
    RouteFile() {
      super(".rou.xml", true);
    }
  }

  /** Where a SUMO configuration goes. */
  static final class SumoConfig extends OutFile {
    SumoConfig() {
      super(".sumocfg", false);
    }
  }

  /** An output format. */
  static final class FormatValue implements ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
      return choice(Format.values(), text);
    }
  }

  /** An output format of a table. */
  static final class TableFormatValue implements ITypeConverter<TableFormat> {
    @Override
    public TableFormat convert(String text) {
      return choice(TableFormat.values(), text);
    }
  }

  /** A language. */
  static final class LanguageValue implements ITypeConverter<Language> {
    @Override
    public Language convert(String text) {
      return choice(Language.values(), text);
    }
  }

  /** A grade of a source. */
  static final class GradeValue implements ITypeConverter<Grade> {
    @Override
    public Grade convert(String text) {
      return choice(Grade.values(), text);
    }
  }

  /** A moment at which rules are evaluated. */
  static final class MomentValue implements ITypeConverter<Moment> {
    @Override
    public Moment convert(String text) {
      return choice(Moment.values(), text);
    }
  }

  /** A percentage, 0 to 100. */
  static final class Percent implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      String number = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
      double percent = Decimals.parse(number, 0, number.length());
      if (!(percent >= 0 && percent <= 100)) {
        throw new TypeConversionException("'" + text + "' is not a percentage from 0 to 100.");
      }
      return percent;
    }
  }

  private static <E extends Enum<E>> E choice(E[] values, String text) {
    return Arrays.stream(values)
        .filter(value -> value.toString().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + text
                        + "' is none of "
                        + Arrays.stream(values).map(E::toString).collect(Collectors.joining(", "))
                        + "."));
  }
}
