package io.testroad.actors;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Letter;
import io.testroad.engine.RunBegan;
import java.util.List;
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
}
