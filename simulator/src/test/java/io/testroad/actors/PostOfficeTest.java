package io.testroad.actors;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Letter;
import io.testroad.engine.RunBegan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PostOfficeTest {

  private static final AgentId ANNA = AgentId.of("person", "anna");
  private static final AgentId BORIS = AgentId.of("person", "boris");

  record Note(String text) implements Letter {}

  @Test
  void mailIsDeliveredInOrderOfRecipientKindSenderAndSequence() {
    PostOffice office = new PostOffice();
    office.post(5, BORIS, ANNA, new Note("second"));
    office.post(5, ANNA, BORIS, new RunBegan());
    office.post(5, ANNA, BORIS, new Note("third"));
    office.post(5, ANNA, ANNA, new Note("first"));

    assertThat(office.nextDue()).isEqualTo(5);
    var inboxes = office.deliver(5);

    assertThat(inboxes.keySet()).containsExactly(ANNA, BORIS);
    assertThat(inboxes.get(ANNA).stream().map(mail -> mail.letter().toString()))
        .containsExactly("Note[text=first]", "Note[text=third]", "RunBegan[]");
    assertThat(office.nextDue()).isEqualTo(Clock.NEVER);
  }

  @Test
  void mailThatIsNotDueStays() {
    PostOffice office = new PostOffice();
    office.post(7, ANNA, BORIS, new Note("later"));

    assertThat(office.deliver(6)).isEmpty();
    assertThat(office.deliver(9)).containsOnlyKeys(ANNA);
  }

  @Test
  void lettersOfOneSenderKeepTheOrderInWhichTheyWerePosted() {
    PostOffice office = new PostOffice();
    List.of("a", "b", "c").forEach(text -> office.post(1, ANNA, BORIS, new Note(text)));

    assertThat(office.deliver(1).get(ANNA))
        .extracting(mail -> ((Note) mail.letter()).text())
        .containsExactly("a", "b", "c");
  }

  @Property
  void theOrderInWhichSendersPostIsNothingToTheMail(@ForAll long seed) {
    List<AgentId> senders = List.of(ANNA, BORIS, AgentId.of("person", "clara"));
    PostOffice inTurn = new PostOffice();
    senders.forEach(sender -> letters().forEach(letter -> letter.post(inTurn, sender)));
    PostOffice mixed = new PostOffice();
    List<AgentId> turns = new ArrayList<>();
    letters().forEach(letter -> turns.addAll(senders));
    Collections.shuffle(turns, new Random(seed));
    Map<AgentId, Iterator<Posting>> remaining = new HashMap<>();
    senders.forEach(sender -> remaining.put(sender, letters().iterator()));
    turns.forEach(sender -> remaining.get(sender).next().post(mixed, sender));

    for (long tick = 0; tick <= 5; tick++) {
      assertThat(mixed.nextDue()).isEqualTo(inTurn.nextDue());
      assertThat(mixed.deliver(tick)).isEqualTo(inTurn.deliver(tick));
    }
    assertThat(mixed.nextDue()).isEqualTo(Clock.NEVER);
  }

  private record Posting(long due, AgentId to, Letter letter) {
    void post(PostOffice office, AgentId sender) {
      office.post(due, to, sender, letter);
    }
  }

  private static List<Posting> letters() {
    return List.of(
        new Posting(5, ANNA, new Note("late")),
        new Posting(2, BORIS, new Note("to boris")),
        new Posting(2, ANNA, new Note("early")),
        new Posting(2, ANNA, new RunBegan()),
        new Posting(2, ANNA, new Note("early again")));
  }
}
