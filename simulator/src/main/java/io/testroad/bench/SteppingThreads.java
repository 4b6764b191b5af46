package io.testroad.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * What the threads that step the traffic use: wall time, processor time, memory.
 *
 * <p>Of the caller's thread only what it uses between {@link #begin} and {@link #end} counts; the
 * others, which it makes, do nothing else.
 */
final class SteppingThreads implements ThreadFactory {

  private final ThreadMXBean bean = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final List<Thread> others = new ArrayList<>();
  private long beganNanos;
  private long beganCpuNanos;
  private long beganBytes;
  private long nanos;
  private long cpuNanos;
  private long bytes;

  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "stepping-" + (others.size() + 2));
    others.add(thread);
    return thread;
  }

  /** Begins to count, in the caller's thread. */
  void begin() {
    beganBytes = bean.getCurrentThreadAllocatedBytes();
    beganCpuNanos = bean.getCurrentThreadCpuTime();
    beganNanos = System.nanoTime();
  }

  /** Ends counting. */
  void end() {
    nanos += System.nanoTime() - beganNanos;
    cpuNanos += bean.getCurrentThreadCpuTime() - beganCpuNanos;
    bytes += bean.getCurrentThreadAllocatedBytes() - beganBytes;
  }

  /** Wall time, ns. */
  long nanos() {
    return nanos;
  }

  /** Processor time of all threads, ns; to be asked while they live. */
  long cpuNanos() {
    return cpuNanos + sum(bean.getThreadCpuTime(ids()));
  }

  /** Memory that all threads have asked for, bytes; to be asked while they live. */
  long allocatedBytes() {
    return bytes + sum(bean.getThreadAllocatedBytes(ids()));
  }

  private long[] ids() {
    return others.stream().mapToLong(Thread::getId).toArray();
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum += Math.max(0, value);
    }
    return sum;
  }
}
