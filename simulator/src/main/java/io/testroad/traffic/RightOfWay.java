package io.testroad.traffic;

import io.testroad.demand.GapAcceptance;
import java.util.Arrays;

/**
 * Whether a link is open to a vehicle that means to pass it: signals, the right of way of others
 * who approach, and gaps between them.
 *
 * <p>Source of the rules: SUMO, MSLink::opened, blockedAtTime, blockedByFoe and getZipperSpeed.
 */
final class RightOfWay {

  /**
   * Gap in time that a yielding driver wants before and behind others, s (SUMO: jmTimegapMinor).
   */
  private static final double GAP_S = 1;

  /** The same where lanes merge in turn, s (SUMO: myLookaheadTimeZipper). */
  private static final double ZIPPER_GAP_S = 16;

  /** How far from a zipper drivers begin to sort themselves, m (SUMO's default visibility). */
  private static final double ZIPPER_VISIBILITY_M = 100;

  /** Waiting makes impatient: fully after this time, s (SUMO: time-to-impatience). */
  private static final double FULL_IMPATIENCE_S = 180;

  /** Arrival of one who can stop at the link is put off by so much, s. */
  private static final double CAN_STOP_S = 30;

  /** Drivers who wait for each other in a circle agree who goes first after so long, s. */
  private static final double AGREES_AFTER_S = 10;

  /** Paths inside a wide junction are at least so long, m. */
  private static final double WIDE_M = 20;

  /** How many others such a circle may take in. */
  private static final int LONGEST_CIRCLE = 4;

  private final Region region;
  private final RoadTables tables;
  private final VehicleTable v;
  private final Approaches approaches;
  private final Arrivals arrivals;
  private final double dt;
  private final int[] claimant;
  private final double[] passedS;
  private int[] claimed = new int[8];
  private int claims;

  // who asks
  private int number;
  private int link;
  private double arrives;
  private double leaves;
  private double arriveSpeed;
  private double leaveSpeed;
  private double decel;
  private double impatience;
  private double waitingS;

  RightOfWay(Region region) {
    this.region = region;
    this.tables = region.tables;
    this.v = region.v;
    this.approaches = region.approaches;
    this.arrivals = region.arrivals;
    this.dt = region.dt;
    claimant = new int[tables.links()];
    Arrays.fill(claimant, -1);
    passedS = new double[tables.links()];
    Arrays.fill(passedS, Double.NEGATIVE_INFINITY);
  }

  /** Finds the vehicles at the ends of wrong lanes that claim the link by which they must go on. */
  void findClaims() {
    for (int i = 0; i < claims; i++) {
      claimant[claimed[i]] = -1;
    }
    claims = 0;
    boolean some = v.mayHave(VehicleTable.TURNS_FROM_WRONG_LANE);
    for (int row = 0; some && row < v.all; row++) {
      if (v.has(row, VehicleTable.TURNS_FROM_WRONG_LANE) && !tables.internal[v.lane[row]]) {
        claim(row);
      }
    }
  }

  private void claim(int row) {
    int wanted = v.link[row];
    boolean atTheLine = region.order.first(v.lane[row]) == row;
    if (wanted < 0 || !atTheLine || tables.linkFrom[wanted] == v.lane[row]) {
      return;
    }
    int other = claimant[wanted];
    if (other < 0) {
      claimed = GrowingList.with(claimed, claims++, wanted);
    }
    if (other < 0 || v.number[row] < v.number[other]) {
      claimant[wanted] = row;
    }
  }

  /** How impatient waiting has made a driver, 0 to 1. */
  private double impatienceOf(int row) {
    double waited = region.standsForS(row) / FULL_IMPATIENCE_S;
    return Bounds.most(0, Bounds.least(1, region.typeOf(row).impatience() + waited));
  }

  /**
   * Whether the link of an entry is open to its vehicle.
   *
   * @param row the vehicle
   * @param entry its entry at the link
   * @param insists whether the driver is as impatient as can be, whatever he waited
   * @param ignoresRed whether a red light does not bind him: he then yields to everybody
   */
  boolean isOpen(int row, int entry, boolean insists, boolean ignoresRed) {
    link = approaches.linkOf(entry);
    char state = region.roads.stateOf(link);
    if ((isRed(state) && !ignoresRed) || isBarred(row)) {
      return false;
    }
    if (v.is(row, Plight.COURTEOUS) && region.courtesies.defers(row, entry)) {
      return false;
    }
    if (hasPriority(state) && state != 'Z') {
      return true;
    }
    if (waitsInside(link, state) || (state != 'Z' && followsMajorGreen())) {
      return true;
    }
    if ((state == 's' || state == 'w') && !v.has(row, VehicleTable.HAS_STOPPED)) {
      return false;
    }
    if (tables.yieldTo[link].length == 0) {
      return true;
    }
    if (tables.linkAgrees[link] && !isClear(tables.linkNext[link])) {
      return false;
    }
    ask(row, entry, insists);
    GapAcceptance gaps = region.typeOf(row).gaps();
    if (gaps.isFixed() && state != 'w' && state != 'Z') {
      return acceptsGap(gaps);
    }
    int[] foes = tables.yieldTo[link];
    for (int k = 0; k < foes.length; k++) {
      if (isTaken(foes[k], tables.yieldMerges[link][k], state)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nobody inside the junction is on a path that has to do with one that begins there. */
  boolean isPathFree(int path) {
    if (!tables.internal[path] || region.order.areCrossingsEmpty(path)) {
      return true;
    }
    for (int foe : tables.crossLane[path]) {
      if (!region.order.isEmpty(foe)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether nobody inside a wide junction, who came from elsewhere, is on a path that meets one: he
   * would be kept waiting inside, in the way of others. A small junction is passed at a go.
   */
  private boolean isClear(int path) {
    if (tables.lengthM[path] < WIDE_M || region.order.areCrossingsEmpty(path)) {
      return true;
    }
    for (int k = 0; k < tables.crossLane[path].length; k++) {
      int foe = tables.crossLane[path][k];
      if (tables.crossKind[path][k] != RoadTables.DIVERGES
          && !tables.sameOrigin(path, foe)
          && !region.order.isEmpty(foe)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there may be links that are barred to some. */
  boolean mayBar() {
    return claims > 0 || region.roads.hasClosures();
  }

  private boolean isBarred(int row) {
    if (!mayBar()) {
      return false;
    }
    int first = claimant[link];
    return (first >= 0 && (first != row || somebodyCannotStop(tables.linkFrom[link])))
        || region.roads.isClosedFor(tables.linkTo[link], region.typeOf(row).vehicleClass());
  }

  /** Whether the first on a lane is too fast, or too near its end, to stop there. */
  private boolean somebodyCannotStop(int lane) {
    int other = region.order.first(lane);
    return other >= 0
        && region.kindOf(other).stopping.distance(v.speed[other])
            > tables.lengthM[lane] - v.pos[other];
  }

  private void ask(int row, int entry, boolean insists) {
    number = v.number[row];
    arrivals.foretell(entry);
    arrives = approaches.get(entry, Approaches.ARRIVES);
    leaves = approaches.get(entry, Approaches.LEAVES);
    arriveSpeed = approaches.get(entry, Approaches.ARRIVE_SPEED);
    leaveSpeed = approaches.get(entry, Approaches.LEAVE_SPEED);
    decel = approaches.get(entry, Approaches.DECEL);
    waitingS = approaches.get(entry, Approaches.WAITING);
    impatience = insists ? 1 : impatienceOf(row);
  }

  /**
   * Whether the gap in the streams with right of way is long enough for a driver with fixed gaps. A
   * gap lasts from one vehicle's passing its line to the next one's; who decides in ticks takes one
   * that is short by less than a tick, and follows half a tick earlier, as he would have gone
   * within it.
   */
  private boolean acceptsGap(GapAcceptance gaps) {
    double now = (region.tick - 1) * dt;
    double critical = gaps.criticalS() - dt;
    if (now + arrives < passedS[link] + gaps.followUpS() - dt / 2) {
      return false;
    }
    for (int foeLink : tables.yieldTo[link]) {
      for (int e = approaches.first(foeLink); e >= 0; e = approaches.after(e)) {
        if (meansToPass(e)) {
          double ahead = approaches.get(e, Approaches.ARRIVES) - arrives;
          if (ahead > 0 && ahead < critical) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Notes when a vehicle's front passed a link, s. */
  void notePassage(int passedLink, double second) {
    passedS[passedLink] = second;
  }

  private boolean isTaken(int foeLink, boolean merges, char state) {
    for (int e = approaches.first(foeLink); e >= 0; e = approaches.after(e)) {
      if (meansToPass(e) && conflicts(e, merges, state) && !waitsInTurn(e)) {
        return true;
      }
    }
    return false;
  }

  /** Whether somebody else than the asking driver means to pass a link, and when. */
  private boolean meansToPass(int entry) {
    int other = approaches.numberOf(entry);
    if (!approaches.willPass(entry) || other == number || region.courtesies.isDeferring(other)) {
      return false;
    }
    arrivals.foretell(entry);
    return true;
  }

  /**
   * Whether the asking driver and a foe wait for each other, perhaps over others, while all stand:
   * who has stood longest goes. No rule tells who; drivers agree by signs.
   */
  private boolean waitsInTurn(int foe) {
    return waitingS >= AGREES_AFTER_S && standsShorter(foe) && waitsForAsking(foe, LONGEST_CIRCLE);
  }

  private boolean standsShorter(int foe) {
    double foeWaits = approaches.get(foe, Approaches.WAITING);
    return foeWaits > dt
        && (foeWaits < waitingS || (foeWaits == waitingS && number < approaches.numberOf(foe)));
  }

  private boolean waitsForAsking(int foe, int others) {
    for (int foeLink : tables.yieldTo[approaches.linkOf(foe)]) {
      if (foeLink == link) {
        return true;
      }
      for (int e = approaches.first(foeLink); others > 0 && e >= 0; e = approaches.after(e)) {
        if (meansToPass(e) && standsShorter(e) && waitsForAsking(e, others - 1)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean conflicts(int foe, boolean merges, char state) {
    double foeArrives = approaches.get(foe, Approaches.ARRIVES);
    if (state == 'w') {
      double foeWaits = approaches.get(foe, Approaches.WAITING);
      if (waitingS > foeWaits || (waitingS == foeWaits && goesFirst(foeArrives, foe))) {
        return false;
      }
    }
    if (tables.linkAgrees[link]
        && tables.linkAgrees[approaches.linkOf(foe)]
        && goesFirst(foeArrives, foe)) {
      return false;
    }
    double braked = approaches.get(foe, Approaches.BRAKED_SPEED);
    if (impatience > 0 && arrives < foeArrives) {
      double delayed = arrivalBraking(foe, foeArrives);
      braked = Bounds.least(braked, brakedSpeed);
      foeArrives = (1 - impatience) * foeArrives + impatience * delayed;
    }
    double gap = state == 'Z' ? ZIPPER_GAP_S : GAP_S;
    double foeLeaves = approaches.get(foe, Approaches.LEAVES);
    double foeDecel = approaches.get(foe, Approaches.DECEL);
    if (foeLeaves < arrives) {
      return merges
          && (arrives - foeLeaves < gap
              || tooFast(
                  approaches.get(foe, Approaches.LEAVE_SPEED), arriveSpeed, foeDecel, decel));
    }
    if (foeArrives > leaves + gap) {
      return merges && tooFast(leaveSpeed, braked, decel, foeDecel);
    }
    return true;
  }

  private boolean goesFirst(double foeArrives, int foe) {
    return arrives < foeArrives || (arrives == foeArrives && number < approaches.numberOf(foe));
  }

  private static boolean tooFast(
      double leaderSpeed, double followerSpeed, double leaderDecel, double followerDecel) {
    return leaderSpeed * leaderSpeed / leaderDecel <= followerSpeed * followerSpeed / followerDecel;
  }

  private double brakedSpeed;

  /**
   * When a foe would arrive if he braked for the asking driver, as hard as that one is impatient.
   */
  private double arrivalBraking(int foe, double foeArrives) {
    brakedSpeed = approaches.get(foe, Approaches.BRAKED_SPEED);
    if (Math.floor(arrives / dt) == Math.floor(foeArrives / dt)) {
      return foeArrives;
    }
    double braking = approaches.get(foe, Approaches.DECEL) * impatience;
    double between = foeArrives - arrives;
    double slower = between * braking;
    double saved = between * slower / 2;
    double distance = approaches.get(foe, Approaches.DISTANCE);
    double speed = distance / (foeArrives + dt);
    double left = distance - speed * arrives;
    if (speed * speed / (2 * braking) <= left) {
      brakedSpeed = 0;
      return foeArrives + CAN_STOP_S;
    }
    double root = 4 * (speed - slower) * (speed - slower) - 8 * braking * saved;
    if (root < 0) {
      brakedSpeed = 0;
      return foeArrives + CAN_STOP_S;
    }
    double past = (speed - slower - Math.sqrt(root) / 2) / braking;
    brakedSpeed = speed - (between + past) * braking;
    return foeArrives + past;
  }

  /** The speed of a driver who takes his turn at a zipper, behind those who are nearer to it. */
  double zipperSpeed(int row, int entry, Driver driver) {
    double passSpeed = approaches.get(entry, Approaches.PASS_SPEED);
    double distance = approaches.get(entry, Approaches.DISTANCE);
    if (distance > Bounds.most(ZIPPER_VISIBILITY_M, driver.brakeGap(passSpeed))) {
      return passSpeed;
    }
    link = approaches.linkOf(entry);
    number = v.number[row];
    double speed = passSpeed;
    for (int foeLink : tables.yieldTo[link]) {
      for (int e = approaches.first(foeLink); e >= 0; e = approaches.after(e)) {
        double foeDistance = approaches.get(e, Approaches.DISTANCE);
        boolean nearer =
            foeDistance < distance || (foeDistance == distance && approaches.numberOf(e) < number);
        if (nearer && meansToPass(e)) {
          double gap =
              distance
                  - foeDistance
                  - region.kindOfNumber(approaches.numberOf(e)).length
                  - driver.kind.minGap;
          double follow =
              driver.followSpeed(
                  gap,
                  approaches.get(e, Approaches.SPEED),
                  region.kindOfNumber(approaches.numberOf(e)));
          speed = Bounds.least(speed, Bounds.most(follow, driver.speed - driver.kind.losesInTick));
        }
      }
    }
    return Bounds.most(0, speed);
  }

  static boolean isRed(char state) {
    return state == 'r' || state == 'u';
  }

  static boolean isYellow(char state) {
    return state == 'y' || state == 'Y';
  }

  static boolean isRedOrYellow(char state) {
    return isRed(state) || isYellow(state);
  }

  /** Whether a link's state gives right of way: SUMO's capital letters. */
  static boolean hasPriority(char state) {
    return state >= 'A' && state <= 'Z';
  }

  /** Whether a link's state gives right of way over all others. */
  static boolean isForAll(char state) {
    return hasPriority(state) && state != 'Y' && state != 'Z';
  }

  /** Whether one may enter by a link and wait inside the junction. */
  boolean waitsInside(int ofLink, char state) {
    return tables.linkWaitsInside[ofLink]
        && !tables.internal[tables.linkFrom[ofLink]]
        && state != 'o'
        && state != 'w';
  }

  /** Whether the asked link is the second part of a movement that has a protected green now. */
  private boolean followsMajorGreen() {
    return followsMajorGreen(link);
  }

  boolean followsMajorGreen(int ofLink) {
    int from = tables.linkFrom[ofLink];
    if (!tables.internal[from] || !tables.internal[tables.linkNext[ofLink]]) {
      return false;
    }
    int entry = tables.movementOf[from];
    return entry >= 0 && region.roads.stateOf(entry) == 'G';
  }
}
