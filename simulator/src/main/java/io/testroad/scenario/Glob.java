package io.testroad.scenario;

/**
 * A pattern of names: {@code *} stands for any characters, {@code ?} for one.
 *
 * <p>Matches in time proportional to pattern times name, whatever they are.
 */
record Glob(String pattern) {

  boolean isPlain() {
    return pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
  }

  boolean matches(String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int retry = 0;
    while (n < name.length()) {
      if (p < pattern.length() && (pattern.charAt(p) == '?' || same(p, name.charAt(n)))) {
        p++;
        n++;
      } else if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        retry = n;
      } else if (star >= 0) {
        p = star + 1;
        n = ++retry;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private boolean same(int p, char c) {
    return pattern.charAt(p) != '*' && pattern.charAt(p) == c;
  }

  /** The pattern without its wildcards, to look for what may have been meant. */
  String bare() {
    return pattern.replace("*", "").replace("?", "");
  }
}
