package io.competitoriq.process.document;

/// Why a snapshot could not be understood.
public enum FailureKind {
  /// A media type we do not read.
  UNSUPPORTED_TYPE,
  /// Nothing to read.
  EMPTY,
  /// More than we read.
  TOO_LARGE,
  /// Says it is a feed, and is broken.
  UNREADABLE_FEED,
  /// Says it is JSON, and is not.
  UNREADABLE_JSON,
  /// A PDF that is broken.
  UNREADABLE_PDF,
  /// A PDF that needs a password or forbids copying its text.
  LOCKED_PDF,
  /// A PDF of pictures.
  PDF_WITHOUT_TEXT,
  /// The body is gone from the store or damaged.
  BODY_MISSING,
  /// A fault of ours.
  READER_FAILED
}
