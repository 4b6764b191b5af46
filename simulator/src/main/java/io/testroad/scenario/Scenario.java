package io.testroad.scenario;

import io.testroad.demand.Demand;
import io.testroad.engine.Clock;
import io.testroad.engine.WorkingCalendar;
import io.testroad.incident.CentreSpec;
import io.testroad.intersection.SignalSpec;
import io.testroad.network.Network;
import io.testroad.permit.AuthoritySpec;
import io.testroad.policy.Policy;
import io.testroad.safety.ConflictRules;
import io.testroad.sensing.CallersSpec;
import io.testroad.sensing.CheckpointSpec;
import io.testroad.sensing.PlatformSpec;
import io.testroad.sensing.SensorSpec;
import io.testroad.vehicle.IcvSpec;
import io.testroad.vehicle.OperatorSpec;
import io.testroad.yaml.Node;
import java.nio.file.Path;
import java.util.List;

/**
 * All that a run needs.
 *
 * @param name what people call it
 * @param file the scenario's file
 * @param seed of all that is random
 * @param clock turns ticks into instants
 * @param lastTick the last tick that is simulated, 0 or later; {@link Clock#NEVER} when the run
 *     lasts until the roads are empty
 * @param untilEmpty whether the run ends as soon as every background vehicle has arrived
 * @param network the roads, with all signal programs
 * @param demand vehicle types (those of fleets and units included) and background departures
 * @param vehicles the ICVs, in the order of the fleets, then the units; in the register they follow
 *     the background departures in this order
 * @param policy what is allowed
 * @param icvs the ICVs, in order of the register
 * @param operators one a fleet, in order
 * @param authorities who confirms declarations and issues plates
 * @param signals every signal of the network, in the network's order
 * @param centres the command centres, in order
 * @param calendar which days are worked
 * @param platform the supervision platform
 * @param sensors what watches roads, but checkpoints
 * @param checkpoints where plates are read
 * @param callers who calls the police
 * @param conflicts whose conflicts are watched
 * @param script what happens when, in order of ticks; at most one a tick
 * @param conditionals what happens when something becomes true
 * @param expectations what is expected, in order
 * @param rulings the rulings that it says will be given
 * @param resolved the scenario with defaults and settings applied; printed and read again it is the
 *     same scenario
 * @param inputs the files that were read, the scenario's first
 */
public record Scenario(
    String name,
    Path file,
    long seed,
    Clock clock,
    long lastTick,
    boolean untilEmpty,
    Network network,
    Demand demand,
    List<RegisteredVehicle> vehicles,
    Policy policy,
    List<IcvSpec> icvs,
    List<OperatorSpec> operators,
    List<AuthoritySpec> authorities,
    List<SignalSpec> signals,
    List<CentreSpec> centres,
    WorkingCalendar calendar,
    PlatformSpec platform,
    List<SensorSpec> sensors,
    List<CheckpointSpec> checkpoints,
    CallersSpec callers,
    ConflictRules conflicts,
    List<Scripted> script,
    List<Conditional> conditionals,
    List<Expectation> expectations,
    List<RulingCase> rulings,
    Node resolved,
    List<Path> inputs) {

  public Scenario {
    vehicles = List.copyOf(vehicles);
    icvs = List.copyOf(icvs);
    operators = List.copyOf(operators);
    authorities = List.copyOf(authorities);
    signals = List.copyOf(signals);
    centres = List.copyOf(centres);
    sensors = List.copyOf(sensors);
    checkpoints = List.copyOf(checkpoints);
    script = List.copyOf(script);
    conditionals = List.copyOf(conditionals);
    expectations = List.copyOf(expectations);
    rulings = List.copyOf(rulings);
    inputs = List.copyOf(inputs);
  }
}
