/**
 * What a run leaves behind: the event log and its digest, trajectories, metrics, SUMO's outputs,
 * and the directory that holds them.
 *
 * <p>Nothing here decides anything in a run. The wall clock appears in the manifest only.
 */
@NullMarked
package io.testroad.record;

import org.jspecify.annotations.NullMarked;
