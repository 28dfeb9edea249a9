package io.competitoriq.messages;

/// Whether a page is opened in a browser before it is read.
public enum Rendering {
  /// Read as the server sent it.
  NEVER,
  /// In a browser when the server sent an empty shell that scripts fill.
  AUTO,
  /// Always in a browser.
  ALWAYS
}
