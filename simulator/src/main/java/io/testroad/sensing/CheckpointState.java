package io.testroad.sensing;

/**
 * What a checkpoint knows.
 *
 * @param passed how many vehicles have shown their plates, or that they have none
 * @param read how many plates it has read
 */
public record CheckpointState(int passed, int read) {}
