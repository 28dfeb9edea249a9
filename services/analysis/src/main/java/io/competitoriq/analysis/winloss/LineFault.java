package io.competitoriq.analysis.winloss;

/// Why a line cannot be imported.
///
/// @param line of the file, from 1; 1 for the header
/// @param column as the header names it; empty when it is about the whole line
/// @param message what is wrong and how to mend it
public record LineFault(int line, String column, String message) {}
