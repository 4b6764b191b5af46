package io.testroad.engine;

import java.util.Comparator;

/**
 * A letter on its way.
 *
 * @param due the tick at which it is delivered
 * @param to the recipient
 * @param from the sender
 * @param sequence the sender's own running number, which makes the order total
 * @param letter the content
 */
public record Mail(long due, AgentId to, AgentId from, long sequence, Letter letter) {

  /** The order in which mail is delivered: tick, recipient, kind, sender, sequence. */
  public static final Comparator<Mail> ORDER =
      Comparator.comparingLong(Mail::due)
          .thenComparing(Mail::to)
          .thenComparing(mail -> mail.letter().kind())
          .thenComparing(Mail::from)
          .thenComparingLong(Mail::sequence);
}
