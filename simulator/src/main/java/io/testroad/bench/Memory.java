package io.testroad.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this process holds. */
final class Memory {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final long KIB = 1024;

  private Memory() {}

  /** What is in use on the heap after a collection of garbage, bytes. */
  static long liveBytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /**
   * The most memory the process has held at once, bytes: resident memory where the system tells
   * (Linux), otherwise the sum of the peaks of the machine's pools.
   */
  static long peakBytes() {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(PEAK)) {
          return KIB * Long.parseLong(line.substring(PEAK.length()).replaceAll("\\D", ""));
        }
      }
    } catch (IOException | NumberFormatException e) {
      return poolPeaks();
    }
    return poolPeaks();
  }

  private static long poolPeaks() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
