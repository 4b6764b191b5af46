package io.testroad.policy;

import java.util.ArrayList;
import java.util.List;

/** What would have to be so that a part of an expression has another value. */
sealed interface Need {

  /** Nothing more. */
  Need DONE = new All(List.of());

  /** It can't be. */
  Need NEVER = new Any(List.of());

  /** A variable meets a condition. */
  record One(String variable, Condition condition) implements Need {}

  /** A part of the expression that can't be traced to variables becomes true or false. */
  record Open(String part, boolean wanted) implements Need {}

  /** All of these. */
  record All(List<Need> needs) implements Need {}

  /** One of these. */
  record Any(List<Need> needs) implements Need {}

  /** All of these, in short. */
  static Need all(List<Need> needs) {
    List<Need> open = new ArrayList<>();
    for (Need need : needs) {
      if (need.equals(NEVER)) {
        return NEVER;
      }
      if (!need.equals(DONE)) {
        open.add(need);
      }
    }
    return open.size() == 1 ? open.get(0) : new All(open);
  }

  /** One of these, in short. */
  static Need any(List<Need> needs) {
    List<Need> possible = new ArrayList<>();
    for (Need need : needs) {
      if (need.equals(DONE)) {
        return DONE;
      }
      if (!need.equals(NEVER)) {
        possible.add(need);
      }
    }
    return possible.size() == 1 ? possible.get(0) : new Any(possible);
  }
}
