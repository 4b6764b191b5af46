package io.testroad.policy;

import java.util.Map;
import java.util.TreeMap;

/** The codes that may be found in a pack, explained for docs/policy-reference.md. */
final class PackFindings {

  /** What a code means, and what helps; warnings say that they are. */
  record Told(String meaning, String remedy) {}

  /** All codes. */
  static final Map<String, Told> BY_CODE = new TreeMap<>();

  static {
    file();
    words();
    packs();
    rules();
    expressions();
  }

  private PackFindings() {}

  private static void file() {
    tell("file-not-found", "there is no such file", "correct the path; it counts from the file");
    tell("file-unreadable", "the file can't be read", "see the reason given");
    tell("file-too-large", "the file is beyond the bounds", "make several packs of it");
    tell("set-path", "`--set` names a place that can't be", "write it as the message says");
    tell("yaml-anchor", "anchors and aliases aren't allowed", "write the value out");
    tell("yaml-empty", "the file is empty", "write a pack");
    tell("yaml-key", "a key is no short text", "use a text as a key");
    tell("yaml-not-utf-8", "a byte is no UTF-8", "save the file as UTF-8");
    tell("yaml-several-documents", "the file holds several documents", "keep one");
    tell(
        "yaml-syntax",
        "this isn't YAML",
        "look at indentation, quotes and colons; put texts that hold `: ` in quotes");
    tell("yaml-tag", "tags aren't allowed", "leave it out");
    tell("yaml-too-deep", "mappings and lists nest too deep", "nest less");
    tell("yaml-too-many-nodes", "the file has too many parts", "make several packs of it");
    tell("duplicate-key", "a key stands twice in a mapping", "keep one of the two");
  }

  private static void words() {
    tell("missing-key", "a key is needed", "add it; see the tables of keys above");
    tell("unknown-key", "there is no such key", "the message names the nearest, or all");
    tell("unknown-value", "a word is none of those possible", "the message names the nearest");
    tell("wrong-type", "a value is of another kind", "write what the message asks for");
    tell("out-of-range", "a number is too small or too large", "keep to the range given");
    tell("not-a-quantity", "this is no number with a unit", "write it like `24 h`");
    tell("missing-unit", "a number has no unit", "add one of those named");
    tell(
        "wrong-unit",
        "a unit doesn't belong there; a parameter that is a term isn't one",
        "use one of those named");
    tell("quantity-out-of-range", "a quantity is negative or too large", "correct it");
  }

  private static void packs() {
    tell("policy-extends", "the pack extended can't be had", "give its path from this file");
    tell("policy-extends-cycle", "packs extend one another in a circle", "break the circle");
    tell("policy-name", "this can't be a name", "use kebab-case or lower camel case, as told");
    tell("policy-too-large", "the pack is beyond the bounds", "make several packs of it");
    tell("unknown-rule", "`without` names nothing inherited", "the message names the nearest");
    tell(
        "unused-parameter",
        "*warning:* no rule reads a parameter",
        "leave it out, or see whether a rule should read it");
  }

  private static void rules() {
    tell("duplicate-rule", "two rules have the same id", "give each an id of its own");
    tell("policy-consequence", "a consequence has several keys", "make items of them");
    tell("policy-no-consequence", "nothing follows", "write at least a warning");
    tell(
        "policy-nothing-to-refuse",
        "*warning:* at this moment nothing is asked for",
        "use another consequence, for instance instruct or violation");
    tell(
        "policy-source-article",
        "what is said to be law names no article",
        "name it, or grade the source draft or assumption");
    tell(
        "unknown-obligation",
        "a rule is about an obligation that isn't there",
        "the message names the nearest");
    tell(
        "obligation-without-rule",
        "*warning:* no rule looks whether an obligation was met",
        "write a rule on obligation-due, or leave the obligation out");
  }

  private static void expressions() {
    tell("policy-syntax", "this isn't an expression", "see operators and functions above");
    tell(
        "policy-type-error",
        "types don't fit, or the result isn't true or false",
        "convert with `double(…)`, or compare it with something");
    tell("unknown-fact", "there is no such fact", "the message names the nearest");
    tell(
        "fact-not-available",
        "the fact isn't known at this moment",
        "the message says when it is; use another moment or fact");
    tell("unknown-parameter", "there is no such parameter", "the message names the nearest");
  }

  private static void tell(String code, String meaning, String remedy) {
    BY_CODE.put(code, new Told(meaning, remedy));
  }
}
