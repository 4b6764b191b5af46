package io.testroad.demand;

import io.testroad.finding.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route as read.
 *
 * @param position where its element begins
 * @param path its edges; null when it is faulty, which was recorded
 * @param stops stops of all who drive it; their times count from departure
 */
record RouteDefinition(Position position, @Nullable EdgePath path, List<StopRequest> stops) {}
