package io.testroad.network;

/**
 * One lane of an edge.
 *
 * @param index dense index, the position in {@link Network#lanes}
 * @param id the file's id
 * @param edge index of its edge
 * @param indexOnEdge 0 is the rightmost
 * @param lengthM length as the file gives it, m, positive; may differ from the shape's
 * @param speedLimitMps m/s, positive
 * @param widthM m
 * @param permissions who may use it
 * @param changeLeft which classes may change from it to the left
 * @param changeRight which classes may change from it to the right
 * @param shape its middle line
 */
public record Lane(
    int index,
    String id,
    int edge,
    int indexOnEdge,
    double lengthM,
    double speedLimitMps,
    double widthM,
    Permissions permissions,
    Permissions changeLeft,
    Permissions changeRight,
    Shape shape) {}
