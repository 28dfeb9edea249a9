package io.competitoriq.http;

import org.jspecify.annotations.Nullable;

/// Optimistic locking over HTTP (RFC 9110, 8.8.3 and 13.1.1): the entity tag is the row's version.
public final class EntityTags {

  private EntityTags() {}

  /// The `ETag` header's value for a version.
  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /// Lets an edit through only when the client has seen the current version.
  ///
  /// @throws ProblemException 428 without `If-Match`, 412 when it names another version
  public static void requireMatch(@Nullable String ifMatch, long version) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new ProblemException(
          428, "if-match-required", "Send the ETag you read as If-Match, so that no edit is lost.");
    }
    // A proxy that compresses an answer makes its tag weak; the version it names is the same.
    String tag = ifMatch.startsWith("W/") ? ifMatch.substring(2) : ifMatch;
    if (!tag.equals("*") && !tag.equals(of(version))) {
      throw new ProblemException(
          412, "version-changed", "Somebody changed this since you read it; read it again.");
    }
  }
}
