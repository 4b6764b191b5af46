package io.testroad.traffic;

import io.testroad.engine.EventType;
import io.testroad.engine.Facts;
import io.testroad.safety.ConflictMeasures;
import io.testroad.safety.ConflictRules;
import io.testroad.safety.ConflictType;
import io.testroad.safety.HardBraking;

/**
 * Watches conflicts of a region's vehicles as they happen: with those ahead on their paths (TTC,
 * DRAC, TET, TIT), where paths cross inside junctions (PET, {@link CrossingWatch}), and hard
 * braking.
 *
 * <p>A conflict with a leader lasts until neither TTC nor DRAC has been critical for a second, or
 * until it is with another leader; its extremes and sums are told when it ends. It moves with its
 * vehicle between regions. Allocates only when something begins or ends.
 */
final class ConflictWatch {

  /** Grade: assumption. SUMO goes on for 5 s. */
  private static final double OVER_AFTER_S = 1;

  /** Smaller gaps count as this when DRAC is asked for, m. */
  private static final double NEAREST_M = 0.01;

  private static final int NOT_BRAKING =
      VehicleTable.COLLIDED | VehicleTable.ASIDE | VehicleTable.CLEARED;

  /** Whether anybody is watched. */
  final boolean on;

  private final Region region;
  private final VehicleTable v;
  private final ConflictRules rules;
  private final boolean all;
  private final double dt;
  private final Episodes following;
  private final Episodes braking;
  private final CrossingWatch crossings;

  ConflictWatch(Region region) {
    this.region = region;
    this.v = region.v;
    this.dt = region.dt;
    rules = region.traffic.conflicts;
    on = rules.scope() != ConflictRules.Scope.NONE;
    all = rules.scope() == ConflictRules.Scope.ALL;
    int vehicles = on ? region.traffic.register.size() : 0;
    following = new Episodes(vehicles);
    braking = new Episodes(vehicles);
    crossings = new CrossingWatch(region, this);
  }

  ConflictRules rules() {
    return rules;
  }

  /** Whether a vehicle's conflicts are watched whoever the other is. */
  boolean watches(int row) {
    return all || v.has(row, VehicleTable.TRACKED);
  }

  /** Looks at the state before the tick: who crossed whose path, who brakes. */
  void look() {
    if (!on) {
      return;
    }
    crossings.look();
    for (int row = 0; row < v.own; row++) {
      if (HardBraking.isHard(v.accel[row], rules.hardBrakingMps2())
          && watches(row)
          && !v.has(row, NOT_BRAKING)
          && v.stopTicks(row) < 0) {
        brakes(row);
      }
    }
  }

  private void brakes(int row) {
    int slot = braking.find(v.number[row]);
    if (slot < 0) {
      slot = braking.begin(v.number[row], -1, (int) region.tick);
      braking.speedMps[slot] = v.speed[row] - v.accel[row] * dt;
      place(braking, slot, row);
    }
    braking.last[slot] = (int) region.tick;
    braking.ticks[slot]++;
    braking.most[slot] = Math.max(braking.most[slot], -v.accel[row]);
  }

  /** Looks at a vehicle and the leader at a gap, m, on its path; from the state before the tick. */
  void follow(int row, double gap, int leader) {
    if (!watches(row) && !v.has(leader, VehicleTable.TRACKED)) {
      return;
    }
    double speed = v.speed[row];
    double ahead = v.speed[leader];
    if (speed <= ahead) {
      return;
    }
    double ttc = ConflictMeasures.timeToCollisionS(gap, speed, ahead);
    double drac = ConflictMeasures.dracMps2(Math.max(gap, NEAREST_M), speed, ahead);
    if (ttc >= rules.ttcS() && drac <= rules.dracMps2()) {
      return;
    }
    int slot = following.find(v.number[row]);
    if (slot >= 0 && following.foe[slot] != v.number[leader]) {
      tellOfConflict(slot);
      slot = -1;
    }
    if (slot < 0) {
      slot = following.begin(v.number[row], v.number[leader], (int) region.tick);
    }
    following.last[slot] = (int) region.tick;
    if (ttc < rules.ttcS()) {
      following.ticks[slot]++;
      following.sum[slot] += (rules.ttcS() - ttc) * dt;
    }
    following.most[slot] = Math.max(following.most[slot], drac);
    if (ttc < following.least[slot]) {
      following.least[slot] = ttc;
      following.speedMps[slot] = speed;
      place(following, slot, row);
    }
  }

  private void place(Episodes episodes, int slot, int row) {
    episodes.road[slot] = v.route[row][v.routeAt[row]];
    episodes.lane[slot] = region.report.laneIndexOf(row);
    episodes.positionM[slot] = region.report.placeOf(row);
  }

  /** Tells of what is over. */
  void finish() {
    if (!on) {
      return;
    }
    for (int slot = following.size - 1; slot >= 0; slot--) {
      if ((region.tick - following.last[slot]) * dt > OVER_AFTER_S) {
        tellOfConflict(slot);
      }
    }
    for (int slot = braking.size - 1; slot >= 0; slot--) {
      if (braking.last[slot] < region.tick) {
        tellOfBraking(slot);
      }
    }
  }

  /** Tells of what ends because a vehicle leaves the roads. */
  void leaves(int number) {
    if (!on) {
      return;
    }
    int conflict = following.find(number);
    if (conflict >= 0) {
      tellOfConflict(conflict);
    }
    int brakes = braking.find(number);
    if (brakes >= 0) {
      tellOfBraking(brakes);
    }
  }

  private void tellOfConflict(int slot) {
    Facts facts =
        Facts.of(
            "kind",
            Heading.written(ConflictType.REAR_END),
            "other",
            region.report.nameOfNumber(following.foe[slot]),
            "durationS",
            (following.last[slot] - following.since[slot] + 1) * dt,
            "ttcS",
            following.least[slot],
            "dracMps2",
            following.most[slot],
            "tetS",
            following.ticks[slot] * dt,
            "titS2",
            following.sum[slot]);
    tell(EventType.CONFLICT, following, slot, facts);
    following.end(slot);
  }

  private void tellOfBraking(int slot) {
    Facts facts =
        Facts.of("durationS", braking.ticks[slot] * dt, "decelerationMps2", braking.most[slot]);
    tell(EventType.HARD_BRAKING, braking, slot, facts);
    braking.end(slot);
  }

  private void tell(EventType type, Episodes episodes, int slot, Facts measures) {
    Facts place =
        Facts.of(
            "road",
            region.tables.network.edges().get(episodes.road[slot]).id(),
            "lane",
            episodes.lane[slot],
            "positionM",
            episodes.positionM[slot],
            "speedMps",
            episodes.speedMps[slot]);
    String vehicle = region.traffic.register.name(episodes.number[slot]);
    region.report.event(type, "vehicle:" + vehicle, place.and(measures));
  }

  /** Takes out what vehicles that go to another region are in the midst of. */
  HandOver withEpisodes(int index, VehicleRows rows) {
    if (!on) {
      return new HandOver(index, rows, EpisodeRows.NONE, EpisodeRows.NONE);
    }
    int[] numbers = rows.numbers();
    return new HandOver(index, rows, following.take(numbers), braking.take(numbers));
  }

  /** Takes in what vehicles that have come are in the midst of. */
  void accept(HandOver handOver) {
    following.put(handOver.following());
    braking.put(handOver.braking());
  }
}
