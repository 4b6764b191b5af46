package io.testroad.traffic;

/**
 * A completed trip, with the particulars of SUMO's tripinfo output. Times in seconds since the
 * start, lengths in metres, speeds in m/s.
 *
 * @param departDelay how long it waited for room to depart
 * @param waitingTime time below 0.1 m/s, stops left out
 * @param waitingCount how often it came to a stand, stops left out
 * @param stopTime time at planned stops
 * @param timeLoss time lost by driving slower than desired
 * @param rerouteNo how often its route was changed
 */
public record Trip(
    String id,
    double depart,
    String departLane,
    double departPos,
    double departSpeed,
    double departDelay,
    double arrival,
    String arrivalLane,
    double arrivalPos,
    double arrivalSpeed,
    double duration,
    double routeLength,
    double waitingTime,
    int waitingCount,
    double stopTime,
    double timeLoss,
    int rerouteNo,
    String vType,
    double speedFactor) {}
