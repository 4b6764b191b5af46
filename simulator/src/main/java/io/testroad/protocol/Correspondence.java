package io.testroad.protocol;

import io.testroad.engine.Letter;

/** Every letter between agents, by the matter it is about. */
public sealed interface Correspondence extends Letter
    permits PermitLetter, VehicleLetter, SceneLetter, IncidentLetter, SensingLetter, SignalLetter {}
