/**
 * The letters that agents send one another: the vocabulary that lets the packages of agents work
 * together without knowing one another.
 */
@NullMarked
package io.testroad.protocol;

import org.jspecify.annotations.NullMarked;
