package io.competitoriq.messages;

/// What a source is about, as the person who watches it would name it.
public enum SourceKind {
  HOME,
  PRICING,
  FEATURES,
  CHANGELOG,
  BLOG,
  NEWS,
  CAREERS,
  ABOUT,
  DOCS,
  OTHER
}
