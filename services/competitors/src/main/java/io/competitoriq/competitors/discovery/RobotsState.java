package io.competitoriq.competitors.discovery;

/// What a site's robots.txt says to our crawler about one page.
public enum RobotsState {
  ALLOWED,
  DISALLOWED,
  /// The robots.txt of that host was not read, or could not be.
  UNKNOWN
}
