package io.testroad.intersection;

/**
 * What an intersection knows.
 *
 * @param program the program that runs, or would if the signal worked
 * @param failure off or flashing; empty when the signal works
 */
public record SignalState(String program, String failure) {}
