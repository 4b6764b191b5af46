package io.testroad.network;

import io.testroad.finding.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Permissions as SUMO's files write them: lists of vehicle classes, allowed or disallowed. */
final class PermissionText {

  /** All names that are understood, those of older files included. */
  static final List<String> NAMES;

  private static final Map<String, Long> BITS = new HashMap<>();

  static {
    List<String> names = new ArrayList<>();
    for (VehicleClass vehicleClass : VehicleClass.values()) {
      names.add(vehicleClass.written());
      BITS.put(
          vehicleClass.written(), vehicleClass == VehicleClass.IGNORING ? 0 : vehicleClass.bit());
    }
    NAMES = List.copyOf(names);
    BITS.put("public_emergency", VehicleClass.EMERGENCY.bit());
    BITS.put("public_authority", VehicleClass.AUTHORITY.bit());
    BITS.put("public_army", VehicleClass.ARMY.bit());
    BITS.put("public_transport", VehicleClass.BUS.bit());
    BITS.put("transport", VehicleClass.TRUCK.bit());
    BITS.put("lightrail", VehicleClass.TRAM.bit());
    BITS.put("cityrail", VehicleClass.RAIL_URBAN.bit());
    BITS.put("rail_slow", VehicleClass.RAIL.bit());
    BITS.put("all", -1L);
  }

  private final Map<String, Permissions> known = new HashMap<>();
  private final CountedWarnings warnings;

  PermissionText(CountedWarnings warnings) {
    this.warnings = warnings;
  }

  /** What an element's allow and disallow attributes say; everybody when it has neither. */
  Permissions read(XmlElement element) {
    if (element.has("allow") && !element.text("allow", "").isEmpty()) {
      return list(element, "allow");
    }
    if (element.has("disallow")) {
      long mask = ~list(element, "disallow").mask();
      return known.computeIfAbsent("~" + element.text("disallow", ""), k -> new Permissions(mask));
    }
    return Permissions.ALL;
  }

  /** What an attribute lists; everybody when it is missing or empty. */
  Permissions list(XmlElement element, String attribute) {
    String text = element.text(attribute, "");
    if (text.isEmpty()) {
      return Permissions.ALL;
    }
    Permissions found = known.get(text);
    if (found == null) {
      found = parse(element, text);
      known.put(text, found);
    }
    return found;
  }

  private Permissions parse(XmlElement element, String text) {
    long mask = 0;
    for (String name : text.strip().split("[\\s;]+", -1)) {
      @Nullable Long bits = BITS.get(name);
      if (bits == null) {
        warnings.count(
            "unknown-vehicle-class",
            element,
            "The vehicle class '" + name + "' is not known; nobody here is of it",
            Findings.nearest(name, NAMES).map(near -> "Did you mean '" + near + "'?").orElse(""));
      } else {
        mask |= bits;
      }
    }
    return mask == -1L ? Permissions.ALL : new Permissions(mask);
  }

  /** The attribute that says it, with a blank before it; empty for everybody. */
  static String write(Permissions permissions) {
    long mask = permissions.mask();
    if (mask == -1L) {
      return "";
    }
    return mask < 0 ? " disallow=\"" + names(~mask) + "\"" : allowed(mask);
  }

  private static String allowed(long mask) {
    return mask == 0 ? " disallow=\"all\"" : " allow=\"" + names(mask) + "\"";
  }

  /** The names of a mask's classes; {@code ignoring} for none. */
  static String names(long mask) {
    StringBuilder names = new StringBuilder();
    for (VehicleClass vehicleClass : VehicleClass.values()) {
      if (vehicleClass != VehicleClass.IGNORING && (mask & vehicleClass.bit()) != 0) {
        names.append(names.length() == 0 ? "" : " ").append(vehicleClass.written());
      }
    }
    return names.length() == 0 ? "ignoring" : names.toString();
  }
}
