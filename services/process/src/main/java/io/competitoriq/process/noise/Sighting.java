package io.competitoriq.process.noise;

/// A text that came or went at a place of a page.
///
/// @param slot the place in the page's structure
/// @param textKey what the text says
/// @param lastVisit the number of the latest visit that showed it
/// @param returns how often it came back after it had been away
public record Sighting(String slot, String textKey, long lastVisit, int returns) {}
