package io.testroad.policy;

/** A text for people in both languages. */
public record Label(String en, String zh) {}
