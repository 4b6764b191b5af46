package io.testroad.cli;

import io.testroad.demand.DayProfile;
import io.testroad.demand.GeneratedTrips;
import io.testroad.demand.SumoRouteWriter;
import io.testroad.demand.TripGenerator;
import io.testroad.finding.Findings;
import io.testroad.network.Network;
import io.testroad.network.SumoNetworkReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code demand generate}. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = {
      "Makes up traffic for a network as a SUMO route file: homes and workplaces by the density of"
          + " streets, destinations by a gravity model, departures by a day's profile, routes"
          + " quickest at free flow. Equal options make equal files.",
      "Time 0 of the file is --begin."
    },
    footer = {
      "",
      "A profile file holds 24 numbers, the share of each hour of the day, apart by spaces, commas",
      "or lines; # begins a remark. --on-the-road is an estimate by Little's law from the mean trip",
      "at free flow and a usual delay; more are under way where they hinder each other more. Its",
      "departures are even, whatever the profile.",
      "",
      "Examples:",
      "  testroad demand generate --network city.net.xml.gz --vehicles 20000 --out city.rou.xml.gz \\",
      "      --config city.sumocfg",
      "  testroad demand generate --network city.net.xml.gz --vehicles 9000 --begin 7:00 \\",
      "      --end 8:00 --profile flat --trucks 0.1 --seed 3 --out morning.rou.xml",
      "  testroad demand generate --network city.net.xml.gz --on-the-road 100000 \\",
      "      --begin 8:00 --end 8:10 --out steady.rou.xml.gz"
    })
final class DemandGenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--network",
      paramLabel = "FILE",
      required = true,
      description = "A SUMO network, .net.xml or .net.xml.gz.")
  private Path networkFile = Path.of("");

  @Option(
      names = "--vehicles",
      paramLabel = "N",
      converter = Count.class,
      description = "How many depart between begin and end.")
  private @Nullable Integer vehicles;

  @Option(
      names = "--on-the-road",
      paramLabel = "N",
      converter = Count.class,
      description = "About how many are under way at a time, instead of --vehicles.")
  private @Nullable Integer onTheRoad;

  @Option(
      names = "--from-empty",
      description = "With --on-the-road: begin with empty roads instead of vehicles under way.")
  private boolean fromEmpty;

  @Option(
      names = "--begin",
      paramLabel = "TIME",
      converter = Values.TimeOfDay.class,
      defaultValue = "7:00",
      description = "Time of day, h:mm; ${DEFAULT-VALUE} unless told.")
  private double beginS;

  @Option(
      names = "--end",
      paramLabel = "TIME",
      converter = Values.TimeOfDay.class,
      defaultValue = "8:00",
      description = "Time of day, h:mm, up to 48:00; ${DEFAULT-VALUE} unless told.")
  private double endS;

  @Option(
      names = "--profile",
      paramLabel = "day|flat|FILE",
      description = "How departures spread over the day; ${DEFAULT-VALUE} unless told.")
  private String profile = "day";

  @Option(
      names = "--decay",
      paramLabel = "LENGTH",
      converter = Decay.class,
      description =
          "Distance over which the wish to travel falls to 1/e; 6 km unless told, less in"
              + " small networks.")
  private Double decayM = Double.NaN;

  @Option(
      names = "--trucks",
      paramLabel = "SHARE",
      converter = Values.Share.class,
      description = "Share of trucks, 0 to 1; ${DEFAULT-VALUE} unless told.")
  private double trucks = 0.07;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides all that is by chance; ${DEFAULT-VALUE} unless told.")
  private long seed = 1;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      converter = Values.RouteFile.class,
      description = "Where it goes: a name that ends in .rou.xml or .rou.xml.gz.")
  private Path out = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "FILE",
      converter = Values.SumoConfig.class,
      description = "Write a SUMO configuration of network and routes too, a .sumocfg.")
  private @Nullable Path config;

  @Option(names = "--overwrite", description = "Replace the file if it is there.")
  private boolean overwrite;

  /** A number of vehicles. */
  static final class Count extends Values.Whole {
    Count() {
      super(1, 4_000_000);
    }
  }

  /** A distance of decay. */
  static final class Decay extends Values.Measure {
    Decay() {
      super(io.testroad.units.Dimension.DISTANCE, 50, "50 m");
    }
  }

  @Override
  public Integer call() {
    Findings findings = new Findings();
    DayProfile departures = readProfile(findings);
    List<String> faults = faults(departures, findings.hasErrors());
    if (!faults.isEmpty()) {
      Printer.print(findings, spec.commandLine().getErr());
      return UsageFaults.print(spec.commandLine(), faults);
    }
    Optional<Network> network = SumoNetworkReader.read(networkFile, findings);
    Printer.print(findings, spec.commandLine().getErr());
    if (network.isEmpty() || findings.hasErrors()) {
      return ExitCode.BAD_INPUT;
    }
    return generate(network.get(), departures);
  }

  private int generate(Network network, DayProfile departures) {
    TripGenerator generator = new TripGenerator(network, departures, decayM, trucks, seed);
    if (!generator.hasRoads()) {
      return fail("The network has no two roads between which cars can drive.");
    }
    GeneratedTrips trips;
    try (TaskProgress progress = TaskProgress.of("routes")) {
      trips =
          vehicles != null
              ? generator.departing(vehicles, beginS, endS, progress)
              : generator.underWay(
                  onTheRoad == null ? 0 : onTheRoad, beginS, endS, !fromEmpty, progress);
    }
    try {
      SumoRouteWriter.write(trips, network, out);
      if (config != null) {
        SumoRouteWriter.writeConfiguration(networkFile, out, config);
      }
    } catch (IOException e) {
      return fail(out + " can't be written: " + e.getMessage() + ".");
    }
    spec.commandLine()
        .getOut()
        .println(
            String.format(
                Locale.ROOT,
                "%s: %,d trips, estimated to last %.0f s in the mean",
                out,
                trips.trips().size(),
                trips.meanTripS()));
    return ExitCode.OK;
  }

  private int fail(String fault) {
    return UsageFaults.print(spec.commandLine(), List.of(fault));
  }

  private DayProfile readProfile(Findings findings) {
    return switch (profile) {
      case "day" -> DayProfile.DAY;
      case "flat" -> DayProfile.FLAT;
      default -> DayProfile.read(Path.of(profile), findings);
    };
  }

  private List<String> faults(DayProfile departures, boolean badProfile) {
    List<String> faults = new ArrayList<>();
    if (badProfile) {
      faults.add("--profile '" + profile + "' can't be used.");
    }
    if ((vehicles == null) == (onTheRoad == null)) {
      faults.add("Say either --vehicles or --on-the-road.");
    }
    if (fromEmpty && onTheRoad == null) {
      faults.add("--from-empty goes with --on-the-road only.");
    }
    if (endS <= beginS) {
      faults.add("--end is not later than --begin.");
    } else if (departures.sum(beginS, endS) <= 0) {
      faults.add("By the profile nobody departs between --begin and --end.");
    }
    addFaults("--out", out, faults);
    if (config != null) {
      addFaults("--config", config, faults);
    }
    return faults;
  }

  private void addFaults(String option, Path file, List<String> faults) {
    if (Files.isDirectory(file)) {
      faults.add(option + " '" + file + "' is a folder.");
    } else if (Files.exists(file) && !overwrite) {
      faults.add(
          option + " '" + file + "' is there already. Name another file, or --overwrite it.");
    }
  }
}
