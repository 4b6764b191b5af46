package io.testroad.demand;

import io.testroad.network.Decimals;
import io.testroad.network.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Things of which one is drawn by weight, in the order of reading. */
final class Choice<T> {

  private final List<T> things = new ArrayList<>();
  private double[] upTo = new double[4];

  /** A choice that leaves none. */
  static <T> Choice<T> only(T thing) {
    Choice<T> choice = new Choice<>();
    choice.add(thing, 1);
    return choice;
  }

  /** Adds a thing with a weight of at least zero. */
  void add(T thing, double weight) {
    int size = things.size();
    if (size == upTo.length) {
      upTo = Arrays.copyOf(upTo, 2 * size);
    }
    upTo[size] = (size == 0 ? 0 : upTo[size - 1]) + weight;
    things.add(thing);
  }

  /** Whether nothing can be drawn. */
  boolean isEmpty() {
    return things.isEmpty() || upTo[things.size() - 1] <= 0;
  }

  /**
   * The thing that a number from [0, 1) draws. The choice must not be empty.
   *
   * @param uniform a uniform random number
   */
  T draw(double uniform) {
    int last = things.size() - 1;
    double mark = uniform * upTo[last];
    int i = 0;
    while (i < last && upTo[i] <= mark) {
      i++;
    }
    return things.get(i);
  }

  /** The things, in order. */
  List<T> things() {
    return things;
  }

  /**
   * The weights in an attribute that lists them, as many as there are names.
   *
   * @param otherwise the weight of each when the attribute is missing
   */
  static double[] readWeights(XmlElement element, int count, double otherwise) {
    double[] weights = new double[count];
    Arrays.fill(weights, otherwise);
    if (!element.has("probabilities")) {
      return weights;
    }
    List<String> words = words(element.text("probabilities", ""));
    if (words.size() != count) {
      element.fault(
          "bad-distribution",
          "There are " + words.size() + " probabilities for " + count + " names.",
          "Give each name one probability.");
      return weights;
    }
    for (int i = 0; i < count; i++) {
      double weight = Decimals.parse(words.get(i), 0, words.get(i).length());
      if (!(weight >= 0)) {
        element.fault(
            "bad-number", "The probability '" + words.get(i) + "' is not a number from 0 up.", "");
        return weights;
      }
      weights[i] = weight;
    }
    return weights;
  }

  /** The words of a list with blanks between them. */
  static List<String> words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? List.of() : List.of(stripped.split("[\\s,]+", -1));
  }
}
