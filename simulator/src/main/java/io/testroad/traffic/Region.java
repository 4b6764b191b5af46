package io.testroad.traffic;

import io.testroad.demand.Departure;
import io.testroad.demand.VehicleType;
import io.testroad.engine.RoadDecision;
import java.util.Arrays;
import java.util.List;

/**
 * The traffic on the lanes of one part of the network.
 *
 * <p>A tick, in this order: {@link #begin} carries out decisions; {@link #haloFor} and {@link
 * #accept(Halo)} show neighbours who is near the border; {@link #changeLanes} decides lane changes
 * and departures from the state before the tick and carries them out; {@link #laneChangesFor} and
 * {@link #accept(LaneChanges)} tell of them; {@link #move} finds every next speed from the state
 * after the lane changes, then moves; {@link #handOverTo} and {@link #accept(HandOver)} pass on who
 * has crossed the border; {@link #finish} reports. Lane changes come before speeds so that a driver
 * follows the leader he has now; every decision of a phase reads the state before that phase, so
 * that neither the order of rows nor the number of regions matters.
 */
public final class Region {

  private static final double NORMAL_BEHIND_M = 0.1;
  private static final long TOLD_EVERY_MS = 10_000;
  private static final int[] NOTHING = {};

  /** Rows are laid out anew every so many ticks. */
  private static final int SORTED_EVERY = 16;

  final Traffic traffic;
  final RoadTables tables;
  final RoadState roads;
  final VehicleTable v = new VehicleTable();
  final LaneOrder order;
  final Driver driver;
  final Approaches approaches;
  final Arrivals arrivals;
  final RightOfWay rightOfWay;
  final Motion motion;
  final Travel travel;
  final Planning planning;
  final LaneChanging laneChanging;
  final Departures departures;
  final RescueLane rescueLane;
  final ConflictWatch conflicts;
  final Mishaps mishaps;
  final Impacts impacts;
  final CutIns cutIns;
  final Courtesies courtesies;
  final Report report;
  final double dt;
  long tick;

  final CarefulDrivers careful;

  /** The drivers of each type in the weather of the hour, and the careful ones among them. */
  DriverKind[] kinds;

  private final Partition partition;
  private final Halos halos;
  private final int index;
  private final PlanCache plans;
  private final Orders orders;
  final ObstacleRows obstacles;
  final Detours detours;
  final Signs signs;
  final RoadCounts counts;
  final Roadside roadside;
  private int[] rowOfNumber;
  private final boolean[][] sees;
  private int ownApproaches;
  private int[] sorted = {};
  private int[] toldLanes = NOTHING;
  private double[] toldTakenM = {};

  Region(Traffic traffic, Partition partition, Halos halos, int index) {
    this.traffic = traffic;
    this.tables = traffic.tables;
    this.partition = partition;
    this.halos = halos;
    this.index = index;
    dt = traffic.dt;
    roads = new RoadState(tables, traffic.tickMillis, traffic.register.size());
    careful = new CarefulDrivers(this);
    kinds = careful.kinds;
    order = new LaneOrder(v, tables);
    plans = new PlanCache(roads, dt);
    report = new Report(this);
    driver = new Driver(this);
    approaches = new Approaches(tables.links());
    arrivals = new Arrivals(this);
    rightOfWay = new RightOfWay(this);
    laneChanging = new LaneChanging(this);
    planning = new Planning(this);
    motion = new Motion(this);
    travel = new Travel(this);
    departures = new Departures(this, partition);
    orders = new Orders(this);
    obstacles = new ObstacleRows(this);
    detours = new Detours(this);
    signs = new Signs(this);
    counts = new RoadCounts(this);
    roadside = new Roadside(this);
    rescueLane = new RescueLane(this);
    conflicts = new ConflictWatch(this);
    mishaps = new Mishaps(this);
    impacts = new Impacts(this);
    cutIns = new CutIns(this);
    courtesies = new Courtesies(this);
    rowOfNumber = new int[traffic.register.size()];
    Arrays.fill(rowOfNumber, -1);
    sees = new boolean[partition.regions()][];
    for (int neighbour : halos.neighbours(index)) {
      sees[neighbour] = halos.seenBy(neighbour);
    }
  }

  /** The region's number. */
  public int index() {
    return index;
  }

  /** The regions with which parts are exchanged, in order. */
  public int[] neighbours() {
    return halos.neighbours(index).clone();
  }

  // the phases of a tick ------------------------------------------------------------------------

  /**
   * Begins a tick: carries out what was decided.
   *
   * @param tick the tick, later than any before
   * @param decisions in order; those about vehicles elsewhere are passed over
   */
  public void begin(long tick, List<RoadDecision> decisions) {
    this.tick = tick;
    report.begin();
    rescueLane.release();
    if (tick % SORTED_EVERY == 0) {
      sortRows();
    }
    for (RoadDecision decision : decisions) {
      orders.carryOut(decision);
    }
    mishaps.goOn();
    careful.begin();
    kinds = careful.kinds;
    detours.afterClosures();
    signs.afterOrders();
    tellOccupation();
    plans.trim(v.own);
  }

  /** Every ten seconds all are told how much road vehicles take up on each lane. */
  private void tellOccupation() {
    toldLanes = NOTHING;
    long now = tick * traffic.tickMillis;
    if (now % TOLD_EVERY_MS >= traffic.tickMillis && roads.takenVersion > 0) {
      return;
    }
    roads.takenVersion++;
    Arrays.fill(roads.takenM, 0);
    toldLanes = new int[order.occupied()];
    toldTakenM = new double[toldLanes.length];
    for (int i = 0; i < toldLanes.length; i++) {
      int lane = order.occupiedLane(i);
      double taken = 0;
      for (int row = order.first(lane); row >= 0; row = order.behind(row)) {
        taken += spaceOf(row);
      }
      toldLanes[i] = lane;
      toldTakenM[i] = taken;
      roads.takenM[lane] = taken;
    }
  }

  /** Lays the rows out in the order of the lanes; what anybody decides does not depend on it. */
  private void sortRows() {
    if (sorted.length < v.own) {
      sorted = new int[v.capacity()];
    }
    int next = order.renumber(sorted);
    for (int row = 0; row < v.own && next < v.own; row++) {
      if (v.has(row, VehicleTable.ASIDE)) {
        sorted[next++] = row;
      }
    }
    v.reorder(sorted, v.own);
    for (int row = 0; row < v.own; row++) {
      rowOfNumber[v.number[row]] = row;
    }
  }

  /** Copies of the vehicles that a neighbour must see. */
  public Halo haloFor(int neighbour) {
    boolean[] seen = sees[neighbour];
    int[] rows = new int[v.own];
    int count = 0;
    for (int row = 0; row < v.own; row++) {
      if (reachesOver(row, seen)) {
        rows[count++] = row;
      }
    }
    return new Halo(index, v.pack(rows, count), toldLanes, toldTakenM);
  }

  private boolean reachesOver(int row, boolean[] lanes) {
    if (lanes[v.lane[row]]) {
      return true;
    }
    if (!v.has(row, VehicleTable.STRADDLES)) {
      return false;
    }
    for (int k = 0; k < VehicleTable.BACK; k++) {
      int lane = v.back(row, k);
      if (lane >= 0 && lanes[lane]) {
        return true;
      }
    }
    return false;
  }

  /** Takes in a neighbour's vehicles near the border. */
  public void accept(Halo halo) {
    addGhosts(halo.rows());
    for (int i = 0; i < halo.lanes().length; i++) {
      roads.takenM[halo.lanes()[i]] = halo.takenM()[i];
    }
  }

  private void addGhosts(VehicleRows rows) {
    for (int i = 0; i < rows.count(); i++) {
      int row = add(rows, i);
      if (!v.has(row, VehicleTable.ASIDE)) {
        order.insert(v.lane[row], row);
      }
    }
  }

  private int add(VehicleRows rows, int i) {
    int row = v.all++;
    v.reserve(v.all);
    v.unpack(rows, i, row);
    careful.know(v.type[row]);
    rowOfNumber[v.number[row]] = row;
    rescueLane.notice(row);
    v.plan[row] = RoutePlan.NONE;
    return row;
  }

  /** Decides and carries out lane changes and departures. */
  public void changeLanes() {
    order.findTails(kinds);
    roads.showSignals(tick);
    conflicts.look();
    impacts.look();
    rescueLane.decide();
    laneChanging.decide();
    roadside.decide();
    departures.decide();
    laneChanging.apply();
    roadside.apply();
    departures.apply();
  }

  /** What a neighbour must know of the lane changes and departures. */
  public LaneChanges laneChangesFor(int neighbour) {
    boolean[] seen = sees[neighbour];
    int[] numbers = new int[laneChanging.changedCount];
    int[] lanes = new int[laneChanging.changedCount];
    int count = 0;
    for (int i = 0; i < laneChanging.changedCount; i++) {
      int row = laneChanging.changed[i];
      if (reachesOver(row, seen)) {
        numbers[count] = v.number[row];
        lanes[count++] = v.lane[row];
      }
    }
    int[] rows =
        java.util.stream.IntStream.concat(
                departures.inserted.stream().mapToInt(Integer::intValue), roadside.returned())
            .filter(row -> reachesOver(row, seen))
            .toArray();
    return new LaneChanges(
        index,
        Arrays.copyOf(numbers, count),
        Arrays.copyOf(lanes, count),
        v.pack(rows, rows.length));
  }

  /** Takes in a neighbour's lane changes and departures. */
  public void accept(LaneChanges changes) {
    for (int i = 0; i < changes.vehicle().length; i++) {
      int row = rowOfNumber[changes.vehicle()[i]];
      order.remove(v.lane[row], row);
      v.lane[row] = changes.lane()[i];
      findWayOn(row);
      order.insert(v.lane[row], row);
    }
    VehicleRows inserted = changes.inserted();
    for (int i = 0; i < inserted.count(); i++) {
      int row = rowOfNumber[inserted.number(i)];
      if (row >= 0) { // a copy that stood aside is back in its lane
        v.set(row, VehicleTable.ASIDE, false);
        order.insert(v.lane[row], row);
      } else {
        int fresh = add(inserted, i);
        order.insert(v.lane[fresh], fresh);
      }
    }
  }

  /** Works out what every own driver means to do. */
  public void plan() {
    report.followings();
    rightOfWay.findClaims();
    planning.plan();
    ownApproaches = approaches.size();
  }

  /** What the region's vehicles mean to do at junctions that a neighbour sees. */
  public Intentions intentionsFor(int neighbour) {
    arrivals.foretell(ownApproaches, sees[neighbour]);
    return new Intentions(index, approaches.pack(ownApproaches, sees[neighbour], tables));
  }

  /** Takes in what a neighbour's vehicles mean to do. */
  public void accept(Intentions intentions) {
    approaches.unpack(intentions.approaches());
  }

  /** Finds every own vehicle's next speed, then moves them all; forgets the copies. */
  public void move() {
    travel.decideSpeeds();
    travel.moveAll();
    dropGhosts();
    travel.leaveAndCross();
    detours.ofStuckVehicles();
  }

  private void dropGhosts() {
    for (int row = v.own; row < v.all; row++) {
      if (!v.has(row, VehicleTable.ASIDE)) {
        order.remove(v.lane[row], row);
      }
      rowOfNumber[v.number[row]] = -1;
    }
    v.all = v.own;
  }

  private void moveRow(int from, int to) {
    v.copy(from, to);
    rowOfNumber[v.number[to]] = to;
    if (!v.has(to, VehicleTable.ASIDE)) {
      order.rename(v.lane[to], from, to);
    }
  }

  /** Vehicles that now belong to a neighbour. */
  public HandOver handOverTo(int neighbour) {
    int[] rows = new int[v.own];
    int count = 0;
    for (int row = 0; row < v.own; row++) {
      if (partition.regionOf(v.lane[row]) == neighbour) {
        rows[count++] = row;
      }
    }
    HandOver handOver = conflicts.withEpisodes(index, v.pack(rows, count));
    for (int k = count - 1; k >= 0; k--) {
      takeOut(rows[k]);
    }
    return handOver;
  }

  /** Takes over vehicles that have crossed the border. */
  public void accept(HandOver handOver) {
    conflicts.accept(handOver);
    for (int i = 0; i < handOver.rows().count(); i++) {
      int row = add(handOver.rows(), i);
      planOf(row);
      stirAhead(row);
      v.own = v.all;
      order.insert(v.lane[row], row);
    }
  }

  /** Takes a vehicle's row out; the last row takes its place. Only where no copies are held. */
  void takeOut(int row) {
    if (!v.has(row, VehicleTable.ASIDE)) {
      order.remove(v.lane[row], row);
    }
    rowOfNumber[v.number[row]] = -1;
    int last = v.own - 1;
    if (row != last) {
      moveRow(last, row);
    }
    v.plan[last] = RoutePlan.NONE;
    v.route[last] = NOTHING;
    v.own = last;
    v.all = last;
  }

  /** What the tick brought. */
  public StepResult finish() {
    conflicts.finish();
    return report.finish();
  }

  /** The two sums that stand for the state of the region's vehicles. */
  public StateDigest digest() {
    long a = 0;
    long b = 0;
    for (int row = 0; row < v.own; row++) {
      long hash = StateDigest.hashA(v.number[row], v.lane[row], v.pos[row], v.speed[row]);
      a += hash;
      b += StateDigest.hashB(hash, v.number[row]);
    }
    return new StateDigest(a, b);
  }

  /** The region's vehicles in no particular order. */
  public Sample sample() {
    int count = vehicles();
    Sample sample =
        new Sample(
            new int[count],
            new int[count],
            new double[count],
            new double[count],
            new double[count]);
    int i = 0;
    for (int row = 0; row < v.own; row++) {
      if (v.has(row, VehicleTable.OBSTACLE)) {
        continue;
      }
      sample.vehicle()[i] = v.number[row];
      sample.lane()[i] = v.lane[row];
      sample.positionM()[i] = v.pos[row];
      sample.speedMps()[i] = v.speed[row];
      sample.accelMps2()[i++] = v.accel[row];
    }
    return sample;
  }

  // what the phases ask -------------------------------------------------------------------------

  /** How many vehicles the region has. */
  int vehicles() {
    return v.own - obstacles.count;
  }

  /** The region that owns a lane. */
  int ownerOf(int lane) {
    return partition.regionOf(lane);
  }

  /**
   * The indices of roads.
   *
   * @throws IllegalArgumentException when there is none of an id
   */
  int[] edges(List<String> roadIds) {
    return roadIds.stream()
        .mapToInt(
            road ->
                tables
                    .network
                    .findEdge(road)
                    .orElseThrow(() -> new IllegalArgumentException("no road " + road)))
        .toArray();
  }

  /** The row of an own vehicle, or -1. */
  int ownRowOf(int number) {
    int row = rowOfNumber[number];
    return row >= 0 && row < v.own ? row : -1;
  }

  /** The row of a vehicle, own or a copy, or -1. */
  int rowOf(int number) {
    return rowOfNumber[number];
  }

  VehicleType typeOf(int row) {
    return kinds[v.type[row]].type;
  }

  /** What a vehicle's driver has in common with others of his type. */
  DriverKind kindOf(int row) {
    return kinds[v.type[row]];
  }

  /** Length of road that a vehicle takes up when it stands, m. */
  double spaceOf(int row) {
    return careful.spacesM[v.type[row]];
  }

  /** Length of road, m, that others take up on the lanes that follow one of a vehicle's road. */
  double occupationBeyond(int row, int laneIndex) {
    return v.plan[row].takenBeyondM(laneIndex, roads);
  }

  double lengthOf(int row) {
    return kinds[v.type[row]].length;
  }

  /** The link by which a vehicle leaves a lane at a place of its route, or -1. */
  int linkFrom(int row, int lane, int routeAt) {
    if (tables.internal[lane]) {
      return tables.firstLink(lane);
    }
    RoutePlan plan = planOf(row);
    int place = routeAt - v.routeAt[row];
    int j = tables.indexOnEdge[lane];
    int link = plan.link(place, j);
    return link == -1 && place == 0 && v.has(row, VehicleTable.TURNS_FROM_WRONG_LANE)
        ? plan.link(0, j + plan.offset(j))
        : link;
  }

  /** Notes which way leads on from the lane that a vehicle has come onto. */
  void findWayOn(int row) {
    int lane = v.lane[row];
    v.link[row] = linkFrom(row, lane, v.routeAt[row]);
    v.offset[row] = tables.internal[lane] ? 0 : planOf(row).offset(tables.indexOnEdge[lane]);
  }

  /** The highest speed a vehicle wants on a lane, m/s. */
  double topSpeed(int row, int lane) {
    double wanted = roads.limitMps[lane] * v.speedFactor[row] * roads.speedFactor;
    double allowed = v.has(row, VehicleTable.CAPPED) ? Bounds.least(wanted, v.cap(row)) : wanted;
    return Bounds.least(allowed, kindOf(row).maxSpeed);
  }

  /** The speed factor of a vehicle's driver, from its type's distribution. */
  double speedFactorOf(int number, VehicleType type) {
    VehicleType.SpeedFactor factor = type.speedFactor();
    if (factor.deviation() <= 0) {
      return factor.mean();
    }
    var stream = traffic.speedFactors.forEntity(number);
    for (int attempt = 0; ; attempt++) {
      double drawn = factor.mean() + factor.deviation() * stream.gaussian(attempt);
      if (drawn >= factor.min() && drawn <= factor.max()) {
        return drawn;
      }
    }
  }

  List<Departure.Stop> stopsOf(int row) {
    return stopsOfNumber(v.number[row]);
  }

  private List<Departure.Stop> stopsOfNumber(int number) {
    return number < traffic.departures.size() ? traffic.departures.get(number).stops() : List.of();
  }

  /** A vehicle's plan; that of a copy, which few ask for, is worked out when it is. */
  private RoutePlan planOf(int row) {
    RoutePlan plan = v.plan[row];
    if (plan == RoutePlan.NONE) {
      plan = plans.of(v.route[row], v.routeAt[row], haltOf(row), typeOf(row));
      v.plan[row] = plan;
    }
    return plan;
  }

  private PlanHalt haltOf(int row) {
    return PlanHalt.of(v.route[row], stopsOf(row), v.stopAt(row), tables);
  }

  /** The plan of a vehicle that has not departed yet. */
  RoutePlan planFor(int number, int[] edges, VehicleType type) {
    return plans.of(edges, 0, PlanHalt.of(edges, stopsOfNumber(number), 0, tables), type);
  }

  /** Gives a vehicle the plan of a route as it is now, and stirs the road where that matters. */
  void replan(int row, int[] edges) {
    planAnew(row, edges);
    stirAhead(row);
  }

  /** Gives a vehicle the plan of a route as it is now. */
  void planAnew(int row, int[] edges) {
    v.route[row] = edges;
    PlanHalt halt = haltOf(row);
    v.plan[row] = plans.of(edges, v.routeAt[row], halt, typeOf(row));
    v.stopPlace[row] = halt.place();
    v.set(row, VehicleTable.ON_LAST_ROAD, v.routeAt[row] == edges.length - 1);
    findWayOn(row);
  }

  /** A vehicle that must leave its lane has come onto a road, or must leave it from now on. */
  void stirAhead(int row) {
    if (v.offset[row] != 0 || v.is(row, Plight.SEEKS_EDGE)) {
      v.keepCalm(row, 0);
      laneChanging.stir(tables.edgeOf[v.lane[row]]);
    }
  }

  /** How long a vehicle has been standing, s. */
  double standsForS(int row) {
    return v.stuckTicks[row] * dt;
  }

  /** What the driver of a vehicle that may be elsewhere has in common with others of his type. */
  DriverKind kindOfNumber(int number) {
    return kinds[traffic.register.type(number)];
  }

  /** The speed, m/s, that is safe at a gap, m, behind a leader. */
  double followSpeed(DriverKind kind, double gap, double speed, int leader) {
    return kind.safeFollowSpeed(gap - kind.minGap, speed, v.speed[leader], kindOf(leader));
  }

  /** Whether a vehicle need not brake hard at a gap, m, behind another. */
  boolean followsSafely(int follower, double gap, double leaderSpeed, DriverKind leader) {
    DriverKind kind = kindOf(follower);
    double speed = v.speed[follower];
    if (gap < kind.minGap) {
      return gap > NORMAL_BEHIND_M && speed < 1 && leaderSpeed >= speed && gap > kind.minGap / 2;
    }
    double safe = kind.safeFollowSpeed(gap - kind.minGap, speed, leaderSpeed, leader);
    return safe >= speed - kind.losesInTick;
  }

  /** Whether nobody upstream would have to brake hard for a vehicle whose rear is at a place. */
  boolean nobodyBehind(int row, int lane, double rear, double seeBack) {
    return nobodyBehind(lane, rear, v.speed[row], kindOf(row), seeBack);
  }

  boolean nobodyBehind(int lane, double rear, double speed, DriverKind kind, double seeBack) {
    return nobodyComes(lane, rear, speed, kind, seeBack, 0);
  }

  private boolean nobodyComes(
      int lane, double rear, double speed, DriverKind kind, double seeBack, int depth) {
    if (rear > seeBack || depth > 6) {
      return true;
    }
    for (int before : tables.previous[lane]) {
      int first = order.first(before);
      double toEnd = tables.lengthM[before];
      if (first >= 0 && leadsOnto(first, lane)) {
        double gap = rear + toEnd - v.pos[first];
        if (!followsSafely(first, gap, speed, kind)) {
          return false;
        }
      } else if (first < 0 && !nobodyComes(before, rear + toEnd, speed, kind, seeBack, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  boolean leadsOnto(int row, int onto) {
    int link = v.link[row];
    return link >= 0 && tables.linkNext[link] == onto;
  }

  /** Makes room for one more number than vehicles have. */
  void makeRoomFor(int number) {
    int before = rowOfNumber.length;
    if (number >= before) {
      rowOfNumber = Arrays.copyOf(rowOfNumber, number + 8);
      Arrays.fill(rowOfNumber, before, rowOfNumber.length, -1);
    }
  }

  /** Adds an own row that knows nothing but its number. */
  int addRow(int number) {
    v.reserve(++v.all);
    int row = v.own++;
    if (row < v.all - 1) {
      moveRow(row, v.all - 1);
      order.renameTails(row, v.all - 1);
    }
    v.clear(row);
    rowOfNumber[number] = row;
    v.number[row] = number;
    return row;
  }

  /** Puts a vehicle on the road, among the own rows. */
  int insert(
      int number,
      Departure departure,
      int lane,
      double pos,
      double speed,
      boolean tracked,
      boolean blueLight) {
    int row = addRow(number);
    v.type[row] = traffic.register.type(number);
    VehicleType type = typeOf(row);
    v.lane[row] = lane;
    v.set(row, VehicleTable.TRACKED, tracked);
    v.set(row, VehicleTable.BLUE_LIGHT, blueLight);
    v.pos[row] = pos;
    v.speed[row] = speed;
    v.speedFactor[row] =
        (float) (speedFactorOf(number, type) * (blueLight ? RescueLane.speedFactorOf(type) : 1));
    v.setArrivalPos(row, departure.arrivalPositionM());
    v.setDepartLane(row, lane);
    v.setDepartTick(row, (int) tick - 1);
    v.setDepartPos(row, pos);
    v.setDepartSpeed(row, speed);
    v.setDepartDelayMs(
        row,
        (int)
            Math.max(
                0,
                Math.min(
                    Integer.MAX_VALUE, (tick - 1) * traffic.tickMillis - departure.departMs())));
    replan(row, departure.edges());
    rescueLane.notice(row);
    order.insert(lane, row);
    report.departed(row);
    detours.onDeparture(row);
    signs.onRoad(row);
    return row;
  }
}
