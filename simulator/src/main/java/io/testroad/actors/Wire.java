package io.testroad.actors;

/** Marks messages between actors; they are serialised as CBOR by Jackson when they cross nodes. */
public interface Wire {}
