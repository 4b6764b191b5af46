package io.testroad.traffic;

import org.junit.jupiter.api.Test;

class Scratch2Test {
  @Test
  void go() throws Exception {
    Arterial a = new Arterial(5, 13.89, 900, 400);
    a.trace = true;
    System.out.println("BLUE");
    a.drive(Arterial.Means.BLUE_LIGHT, Types.RESCUE, 13, false, 2);
    System.out.println("PRE");
    a.drive(Arterial.Means.PRE_EMPTION, Types.RESCUE, 13, false, 2);
  }
}
