package io.testroad.policy;

import io.testroad.finding.Findings;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** CEL's messages in the words of ours. */
final class CelIssueText {

  private static final Pattern NO_OVERLOAD =
      Pattern.compile("found no matching overload for '([^']*)' applied to '\\((.*?)\\)'.*");
  private static final Pattern NO_OVERLOAD_OF_MEMBER =
      Pattern.compile(
          "found no matching overload for '([^']*)' applied to '(.*?)\\.\\((.*?)\\)'.*");
  private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']*)'.*");
  private static final int MAX_LENGTH = 160;

  private final String message;
  private final String remedy;

  CelIssueText(String issue) {
    String line = issue.replace('\n', ' ');
    Matcher overload = NO_OVERLOAD.matcher(line);
    Matcher member = NO_OVERLOAD_OF_MEMBER.matcher(line);
    Matcher undeclared = UNDECLARED.matcher(line);
    if (overload.matches()) {
      message = cannotApply(overload.group(1), overload.group(2));
      remedy = "";
    } else if (member.matches()) {
      message = cannotApply(member.group(1), member.group(2) + ", " + member.group(3));
      remedy = "";
    } else if (undeclared.matches()) {
      message = "There is no function '" + undeclared.group(1) + "'.";
      remedy = meant(undeclared.group(1));
    } else {
      message = syntax(line);
      remedy = "";
    }
  }

  String message() {
    return message;
  }

  String remedy() {
    return remedy;
  }

  private static String cannotApply(String function, String types) {
    String name = function.replace("_", "").replace("@", "");
    return "'" + name + "' can't be applied to " + types.replace(", ", " and ") + ".";
  }

  private static String meant(String name) {
    Set<String> functions =
        CelLanguage.OVERLOADS.stream()
            .map(CelFunctions.Overload::function)
            .filter(function -> Character.isLetter(function.charAt(0)))
            .collect(Collectors.toCollection(TreeSet::new));
    return Findings.nearest(name, functions)
        .map(nearest -> "Did you mean '" + nearest + "'?")
        .orElse("The functions are " + String.join(", ", functions) + ".");
  }

  private static String syntax(String line) {
    if (line.contains("'<EOF>'")) {
      return "The expression ends too early.";
    }
    int expecting = line.indexOf(" expecting ");
    String kept = expecting < 0 ? line : line.substring(0, expecting);
    String cut = kept.length() > MAX_LENGTH ? kept.substring(0, MAX_LENGTH) + "…" : kept;
    return "This isn't an expression: " + cut + ".";
  }
}
