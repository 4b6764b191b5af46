package io.testroad.policy;

import java.util.Set;
import java.util.SortedMap;

/**
 * A pack as read from a file, merged with those it extends; expressions are not checked yet.
 *
 * @param parameters by name
 * @param faulty names of parameters in which an error was found
 * @param rules by id
 */
record Pack(
    String id,
    Label name,
    SortedMap<String, Parameter> parameters,
    Set<String> faulty,
    SortedMap<String, RawRule> rules) {}
