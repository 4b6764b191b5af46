package io.testroad.actors;

import io.testroad.engine.AgentId;
import io.testroad.engine.Clock;
import io.testroad.engine.Letter;
import io.testroad.engine.Mail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps the mail until it is due, numbers each sender's letters, and hands out a tick's mail in
 * {@link Mail#ORDER}. Not thread-safe.
 */
final class PostOffice {

  private final PriorityQueue<Mail> waiting = new PriorityQueue<>(Mail.ORDER);
  private final Map<AgentId, Long> sent = new TreeMap<>();

  /** Takes a letter in; a due tick in the past counts as given, it is delivered next. */
  void post(long due, AgentId to, AgentId from, Letter letter) {
    long sequence = sent.merge(from, 1L, Long::sum);
    waiting.add(new Mail(due, to, from, sequence, letter));
  }

  /** The tick at which the next mail is due, {@link Clock#NEVER} when there is none. */
  long nextDue() {
    Mail next = waiting.peek();
    return next == null ? Clock.NEVER : next.due();
  }

  /** Takes out the mail due at a tick or before: the inbox of each recipient, sorted. */
  SortedMap<AgentId, List<Mail>> deliver(long tick) {
    SortedMap<AgentId, List<Mail>> inboxes = new TreeMap<>();
    while (nextDue() <= tick) {
      Mail mail = waiting.remove();
      inboxes.computeIfAbsent(mail.to(), to -> new ArrayList<>()).add(mail);
    }
    return inboxes;
  }
}
