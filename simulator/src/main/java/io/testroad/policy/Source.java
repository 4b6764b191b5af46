package io.testroad.policy;

/**
 * Where a rule or a number comes from.
 *
 * @param instrument the law, regulation or standard, by its usual name
 * @param article the article or chapter; empty when unknown
 * @param grade how far it may be trusted
 * @param note what a reader should know besides; may be empty
 */
public record Source(String instrument, String article, Grade grade, String note) {}
