/**
 * Road networks: edges, lanes, junctions, links, signals, zones; readers and writers of formats.
 *
 * <p>Units are SI; indices are dense and follow the order of the file; lane 0 is the rightmost.
 */
@NullMarked
package io.testroad.network;

import org.jspecify.annotations.NullMarked;
