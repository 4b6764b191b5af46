/**
 * What a run leaves behind: the event log and its digest, trajectories, the ledger of permits,
 * metrics, SUMO's outputs, the directory that holds them, and SQL over it.
 *
 * <p>Nothing here decides anything in a run. The wall clock appears in the manifest only.
 */
@NullMarked
package io.testroad.record;

import org.jspecify.annotations.NullMarked;
