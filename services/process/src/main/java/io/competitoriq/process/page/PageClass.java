package io.competitoriq.process.page;

/// What kind of page a document was read from.
public enum PageClass {
  HOME,
  PRICING,
  FEATURES,
  CHANGELOG,
  /// A list of posts.
  BLOG,
  /// One post, news item or other text with an author.
  ARTICLE,
  CAREERS,
  ABOUT,
  DOCS,
  /// RSS, Atom or JSON Feed.
  FEED,
  OTHER;

  /// Whether the page is a list of things that come and go.
  public boolean isListing() {
    return this == BLOG || this == CHANGELOG || this == CAREERS || this == FEED;
  }

  /// Whether prices on it are the company's own offers.
  public boolean mayOffer() {
    return this == PRICING || this == HOME || this == FEATURES || this == OTHER;
  }
}
