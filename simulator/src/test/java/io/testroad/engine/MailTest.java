package io.testroad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.testroad.protocol.SignalLetter;
import io.testroad.protocol.VehicleLetter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MailTest {

  @Test
  void recipientBeforeKindBeforeSender() {
    List<Mail> mails =
        new ArrayList<>(
            List.of(
                mail(2, "v1", "a", 9, new RunBegan()),
                mail(1, "v2", "a", 9, new RunBegan()),
                mail(1, "v1", "a", 7, new SignalLetter.SignalMended()),
                mail(1, "v1", "b", 1, new RunBegan()),
                mail(1, "v1", "a", 3, new RunBegan()),
                mail(1, "v1", "a", 2, new RunBegan())));
    mails.sort(Mail.ORDER);
    StringBuilder order = new StringBuilder();
    for (Mail mail : mails) {
      order.append(
          "%d %s %s %s %d%n"
              .formatted(
                  mail.due(),
                  mail.to().name(),
                  mail.letter().kind(),
                  mail.from().name(),
                  mail.sequence()));
    }
    assertThat(order.toString())
        .isEqualTo(
            """
            1 v1 RunBegan a 2
            1 v1 RunBegan a 3
            1 v1 RunBegan b 1
            1 v1 SignalMended a 7
            1 v2 RunBegan a 9
            2 v1 RunBegan a 9
            """);
  }

  private static Mail mail(long due, String to, String from, long sequence, Letter letter) {
    return new Mail(due, AgentId.vehicle(to), AgentId.of("x", from), sequence, letter);
  }

  @Property
  void isATotalOrder(@ForAll("mails") Mail a, @ForAll("mails") Mail b, @ForAll("mails") Mail c) {
    int ab = Mail.ORDER.compare(a, b);
    assertThat(Integer.signum(Mail.ORDER.compare(b, a))).isEqualTo(-Integer.signum(ab));
    assertThat(ab == 0).isEqualTo(a.equals(b));
    if (ab <= 0 && Mail.ORDER.compare(b, c) <= 0) {
      assertThat(Mail.ORDER.compare(a, c)).isLessThanOrEqualTo(0);
    }
  }

  @Property
  void anyArrivalIsSortedAlike(@ForAll("batches") List<Mail> batch, @ForAll long seed) {
    List<Mail> arrived = new ArrayList<>(new HashSet<>(batch));
    List<Mail> sorted = arrived.stream().sorted(Mail.ORDER).toList();
    RandomStream stream = RandomStream.of(seed, "arrival");
    for (int i = arrived.size() - 1; i > 0; i--) {
      java.util.Collections.swap(arrived, i, (int) (stream.uniform(i) * (i + 1)));
    }
    assertThat(arrived.stream().sorted(Mail.ORDER).toList()).isEqualTo(sorted);
  }

  @Provide
  Arbitrary<List<Mail>> batches() {
    return mails().list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<Mail> mails() {
    Arbitrary<AgentId> ids = Arbitraries.of(AgentId.vehicle("v1"), AgentId.vehicle("v10"));
    return Combinators.combine(
            Arbitraries.longs().between(0, 2),
            ids,
            ids,
            Arbitraries.longs().between(0, 2),
            Arbitraries.<Letter>of(
                new RunBegan(), new SignalLetter.SignalMended(), new VehicleLetter.SeatFree()))
        .as(Mail::new);
  }
}
