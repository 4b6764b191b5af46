package io.testroad.traffic;

import io.testroad.network.CorridorNetwork;
import io.testroad.network.DistrictNetwork;
import io.testroad.network.GridNetwork;
import io.testroad.network.Network;
import io.testroad.network.RingNetwork;

/** The generated networks on which the kernel's properties are held. */
enum TestNetworks {
  GRID(new GridNetwork(4, 4, 120, 2, 13.89, false).generate()),
  SIGNALLED_GRID(new GridNetwork(4, 4, 150, 2, 13.89, true).generate()),
  RING(new RingNetwork(600, 6, 2, 15).generate()),
  CORRIDOR(new CorridorNetwork(3, 200, 3, 1, 120, 16.67, 11.11, true).generate()),
  PRIORITY_CORRIDOR(new CorridorNetwork(3, 200, 2, 1, 120, 16.67, 11.11, false).generate()),
  DISTRICT(new DistrictNetwork(4, 200).generate(3));

  @SuppressWarnings("ImmutableEnumChecker") // a network's lists are immutable
  final Network network;

  TestNetworks(Network network) {
    this.network = network;
  }
}
