/**
 * The models' acceptance rows: each drives vehicles through a small world in the kernel, measures,
 * and is compared with the published or computed figure.
 */
@NullMarked
package io.testroad.bench.models;

import org.jspecify.annotations.NullMarked;
