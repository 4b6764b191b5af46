/** YAML as a tree that knows where each part was written; bounded, and without YAML's surprises. */
@NullMarked
package io.testroad.yaml;

import org.jspecify.annotations.NullMarked;
