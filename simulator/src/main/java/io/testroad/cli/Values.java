package io.testroad.cli;

import io.testroad.finding.Findings;
import io.testroad.finding.Position;
import io.testroad.network.Decimals;
import io.testroad.units.Dimension;
import io.testroad.units.Quantity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
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

  private static double quantity(Dimension dimension, String text) {
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

  /** Where a network goes. */
  static final class NetworkFile implements ITypeConverter<Path> {
    @Override
    public Path convert(String text) {
      if (!text.endsWith(".net.xml") && !text.endsWith(".net.xml.gz")) {
        throw new TypeConversionException(
            "'" + text + "' ends neither in .net.xml nor in .net.xml.gz.");
      }
      Path file = Path.of(text);
      Path folder = file.toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        throw new TypeConversionException("'" + text + "' lies in a folder that is not there.");
      }
      return file;
    }
  }

  /** An output format. */
  static final class FormatValue implements ITypeConverter<Format> {
    @Override
    public Format convert(String text) {
      return choice(Format.values(), text);
    }
  }

  /** A language. */
  static final class LanguageValue implements ITypeConverter<Language> {
    @Override
    public Language convert(String text) {
      return choice(Language.values(), text);
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
