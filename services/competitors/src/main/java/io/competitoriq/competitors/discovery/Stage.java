package io.competitoriq.competitors.discovery;

/// What a discovery is busy with, in the order in which it happens.
public enum Stage {
  WAITING,
  READING_HOME,
  READING_SITEMAP,
  CHECKING_PAGES,
  CHECKING_FEEDS,
  TRYING_USUAL_ADDRESSES,
  FINISHED
}
