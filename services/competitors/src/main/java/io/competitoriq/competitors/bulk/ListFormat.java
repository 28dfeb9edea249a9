package io.competitoriq.competitors.bulk;

/// How a list of sources is written.
public enum ListFormat {
  /// One address per line; empty lines and lines that begin with `#` are skipped.
  URLS,
  /// First line: names of columns, of which `url` is needed; `kind`, `collector`, `title` and
  /// `interval` are read, and for a whole workspace `competitor` and `name`; others are not. Comma,
  /// semicolon or tab.
  CSV,
  /// What feed readers export (OPML 2.0): `xmlUrl` is watched as a feed, `htmlUrl` alone as a page.
  OPML
}
