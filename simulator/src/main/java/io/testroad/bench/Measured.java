package io.testroad.bench;

import io.testroad.record.TripInfoWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Something that is measured, again and again. */
interface Measured {

  /**
   * Carries it out once.
   *
   * @param number of the repetition, from 0
   * @param tripInfo where trips are written too, or null
   */
  Repetition run(int number, @Nullable TripInfoWriter tripInfo) throws IOException;
}
