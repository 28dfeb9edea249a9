package io.competitoriq.gateway.auditlog;

/// The first place at which a chain is not what it was.
///
/// @param sequence of the row at which it shows
public record ChainBreak(long sequence, Fault fault, String detail) {

  /// What is wrong there.
  public enum Fault {
    /// Something in the row is not what was sealed.
    CHANGED,
    /// Rows are gone from the middle.
    MISSING,
    /// A row that the chain does not know.
    INSERTED,
    /// The newest rows are gone.
    CUT,
    /// The row is whole, but it is not the one that stood there.
    REWRITTEN
  }
}
