/**
 * The command line: commands, progress, and the summary of a run in words.
 *
 * <p>Faults of input and usage are printed all at once and end with exit code 2; see {@link
 * io.testroad.cli.ExitCode}.
 */
@NullMarked
package io.testroad.cli;

import org.jspecify.annotations.NullMarked;
