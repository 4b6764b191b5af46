package io.testroad.policy;

import io.testroad.finding.Position;
import java.util.Set;
import java.util.SortedMap;

/**
 * A pack as read from a file, merged with those it extends; expressions are not checked yet.
 *
 * @param parameters by name
 * @param own where the parameters are written that its own file declares
 * @param faulty names of parameters in which an error was found
 * @param given the facts it declares
 * @param obligations by name
 * @param rules by id
 */
record Pack(
    String id,
    Label name,
    SortedMap<String, Parameter> parameters,
    SortedMap<String, Position> own,
    Set<String> faulty,
    GivenFacts given,
    SortedMap<String, ObligationReader.Raw> obligations,
    SortedMap<String, RawRule> rules) {}
