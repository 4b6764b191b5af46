package io.testroad.incident;

import io.testroad.engine.Agent;
import io.testroad.engine.AgentId;
import io.testroad.engine.Facts;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import io.testroad.engine.Outcome;
import io.testroad.engine.Percept;
import io.testroad.engine.RandomStream;
import io.testroad.engine.RunBegan;
import io.testroad.engine.Turn;
import io.testroad.protocol.IncidentLetter;
import io.testroad.protocol.SceneLetter;

/**
 * What is really there: scenes begin, block lanes, are seen, develop, are worked at, and end when
 * nothing is left of them and the traffic is as before.
 *
 * <p>Nobody decides by what it knows; sensors, callers and units are told what they can see.
 */
public final class ScenesAgent implements Agent<ScenesState> {

  private final ScenesSpec spec;
  private final SceneRoads roads;
  private final RandomStream chance;

  /** The agent; all that is random about scenes is drawn from the stream. */
  public ScenesAgent(ScenesSpec spec, SceneRoads roads, RandomStream chance) {
    this.spec = spec;
    this.roads = roads;
    this.chance = chance;
  }

  @Override
  public AgentId id() {
    return spec.id();
  }

  @Override
  public ScenesState initialState() {
    return ScenesState.NOTHING;
  }

  @Override
  public Outcome<ScenesState> take(ScenesState state, Turn turn) {
    var out = new Outcome.Builder(id(), turn);
    ScenesTurn books = new ScenesTurn(spec, roads, chance, state, turn, out);
    new Desk(books).handle(turn);
    ScenesState next = books.state();
    return out.become(next, facts(next));
  }

  private static Facts facts(ScenesState state) {
    long open = state.scenes().values().stream().filter(scene -> !scene.isGone()).count();
    int lanes =
        state.scenes().values().stream()
            .mapToInt(scene -> scene.stage().blockage().lanes().size())
            .sum();
    int riders = state.stuck().values().stream().mapToInt(ScenesState.Stuck::riders).sum();
    return Facts.of(
        "scenes.open", open,
        "scenes.total", state.total(),
        "scenes.blockedLanes", lanes,
        "scenes.stuckRiders", riders,
        "scenes.unitsThere", state.visits().size());
  }

  /** Those who do the work of one turn. */
  private static final class Desk {
    private final ScenesTurn books;
    private final SceneSights sights;
    private final SceneCourse course;
    private final SceneCounts counts;
    private final SceneOccurrences occurrences;
    private final SceneWork work;
    private final SceneSettling settling;
    private final SecondaryCrashes secondary;
    private final HazardClock hazards;

    Desk(ScenesTurn books) {
      this.books = books;
      SceneThings things = new SceneThings(books);
      sights = new SceneSights(books);
      course = new SceneCourse(books, things);
      counts = new SceneCounts(books);
      SceneBeginnings beginnings = new SceneBeginnings(books, things, course, counts);
      occurrences = new SceneOccurrences(books, things, beginnings, course, counts);
      work = new SceneWork(books, sights, new WorkEffects(books, things, course, occurrences));
      settling = new SceneSettling(books, sights, new SceneBlocking(books), counts);
      secondary = new SecondaryCrashes(books, beginnings);
      hazards = new HazardClock(books, beginnings);
    }

    void handle(Turn turn) {
      for (Mail mail : turn.inbox()) {
        Letter letter = mail.letter();
        if (letter instanceof SceneLetter scene) {
          take(scene, mail.from());
        } else {
          takeOther(letter);
        }
      }
      settling.renewNeeds();
      work.assign();
      settling.settle();
    }

    private void take(SceneLetter letter, AgentId from) {
      if (letter instanceof SceneLetter.Happens happens) {
        occurrences.happens(happens);
      } else if (letter instanceof SceneLetter.Crashed crashed) {
        occurrences.crashed(crashed);
      } else if (letter instanceof SceneLetter.RidersStuck stuck) {
        occurrences.ridersStuck(stuck);
      } else if (letter instanceof SceneLetter.RidersFreed freed) {
        occurrences.ridersFreed(freed.vehicle());
      } else if (letter instanceof SceneLetter.LookAsked asked) {
        books.post(
            from,
            new SceneLetter.Looked(
                asked.inquiry(), sights.near(asked.road(), asked.positionM(), asked.withinM())));
      } else if (letter instanceof SceneLetter.ProcedureOrdered ordered) {
        procedure(ordered);
      } else if (letter instanceof SceneLetter.HazardDue due) {
        hazards.strike(due);
      } else if (letter instanceof SceneLetter.StepDue due) {
        books.find(due.scene()).ifPresent(scene -> step(scene, due));
      } else {
        takeOfUnit(letter, from);
      }
    }

    private void takeOfUnit(SceneLetter letter, AgentId from) {
      if (letter instanceof SceneLetter.UnitThere there) {
        work.arrives(there, from);
      } else if (letter instanceof SceneLetter.WorkDone done) {
        work.done(done);
      } else if (letter instanceof SceneLetter.UnitLeft left) {
        work.leaves(left.unit());
      } else {
        misunderstood(letter);
      }
    }

    private void takeOther(Letter letter) {
      if (letter instanceof Percept.Tally tally) {
        books.find(tally.scene()).ifPresent(scene -> counts.tally(scene, tally));
      } else if (letter instanceof IncidentLetter.RoadOccurrence occurrence) {
        occurrences.stalled(occurrence);
      } else if (letter instanceof IncidentLetter.ObstacleGone gone) {
        occurrences.gone(gone.vehicle());
      } else if (letter instanceof RunBegan) {
        hazards.begin();
      } else {
        misunderstood(letter);
      }
    }

    private static void misunderstood(Letter letter) {
      throw new IllegalArgumentException("scenes do not understand " + letter);
    }

    private void step(Scene scene, SceneLetter.StepDue due) {
      if (due.step().equals(SceneSettling.BOUND)) {
        settling.bound(scene);
      } else if (scene.isGone()) {
        return;
      } else if (due.step().equals(SceneCourse.SECONDARY)) {
        secondary.draw(scene, due.serial());
      } else {
        course.step(scene, due);
      }
    }

    private void procedure(SceneLetter.ProcedureOrdered ordered) {
      for (Scene scene : books.all()) {
        boolean here =
            !scene.isGone()
                && scene.spot().road().equals(ordered.road())
                && StrictMath.abs(scene.spot().positionM() - ordered.positionM()) <= ORDERED_M;
        if (here) {
          Scene after = scene.with(scene.stage().ordered(ordered.procedure()));
          books.put(after);
          course.parties(after);
        }
      }
    }

    /** How far from the place that an order names a scene may be, m (assumption). */
    private static final double ORDERED_M = 200;
  }
}
