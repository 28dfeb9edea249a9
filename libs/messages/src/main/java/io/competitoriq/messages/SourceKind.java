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
  /// Documentation, developer portal, API reference.
  DOCS,
  /// Help centre, knowledge base.
  HELP,
  /// Status page: incidents and maintenance.
  STATUS,
  /// Customers, case studies.
  CUSTOMERS,
  /// Security and trust centre.
  SECURITY,
  /// Terms, privacy, other legal texts.
  LEGAL,
  /// A profile on a social network.
  SOCIAL,
  /// What others say: a profile on a review site.
  REVIEWS,
  /// The page of an app in a store.
  APPS,
  /// Advertisements.
  ADS,
  OTHER
}
