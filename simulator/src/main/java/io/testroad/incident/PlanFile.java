package io.testroad.incident;

import io.testroad.finding.Position;
import io.testroad.policy.Label;
import io.testroad.policy.Parameter;
import io.testroad.yaml.Node;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * What is written in a plan file and those it extends, before it is understood.
 *
 * @param name of the file extended last
 * @param label its name for people
 * @param parameters all
 * @param own where the parameters of the file extended last are written
 * @param faulty names of parameters in which an error was found
 * @param severities the classes by name, in order of asking
 * @param plans the plans by id, in order of asking
 */
record PlanFile(
    String name,
    Label label,
    SortedMap<String, Parameter> parameters,
    SortedMap<String, Position> own,
    Set<String> faulty,
    Map<String, Node> severities,
    Map<String, Node> plans) {}
