package io.competitoriq.telemetry;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An exception as it is printed: its words without secrets, its stack trace and causes as they
/// were.
final class RedactedFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final String words;

  private RedactedFailure(Throwable failure, String words, @Nullable Throwable cause) {
    super(words, cause, true, true);
    this.words = words;
    setStackTrace(failure.getStackTrace());
  }

  /// The failure itself, unless its words or those of a cause hold a secret.
  static Throwable of(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return isClean(failure, seen) ? failure : copy(failure, seen);
  }

  private static boolean isClean(Throwable failure, Set<Throwable> seen) {
    boolean clean = true;
    for (Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
      String words = each.toString();
      clean &= Redaction.redacted(words).equals(words);
      for (Throwable beside : each.getSuppressed()) {
        clean &= isClean(beside, seen);
      }
    }
    return clean;
  }

  /// @param known every failure of the chain that has not been copied yet
  private static RedactedFailure copy(Throwable failure, Set<Throwable> known) {
    known.remove(failure);
    Throwable cause = failure.getCause();
    var copy =
        new RedactedFailure(
            failure,
            Redaction.redacted(failure.toString()),
            cause != null && known.contains(cause) ? copy(cause, known) : null);
    for (Throwable beside : failure.getSuppressed()) {
      if (known.contains(beside)) {
        copy.addSuppressed(copy(beside, known));
      }
    }
    return copy;
  }

  /// What is printed first names the real exception.
  @Override
  public String toString() {
    return words;
  }
}
