package io.competitoriq.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
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
      throw ProblemException.tagged(
          428,
          "if-match-required",
          "Send the ETag you read as If-Match, so that no edit is lost.",
          of(version));
    }
    if (!matches(ifMatch, of(version))) {
      throw ProblemException.tagged(
          412,
          "version-changed",
          "Somebody changed this since you read it. Read it again, make your change on what you find,"
              + " and send it with the ETag of that answer as If-Match.",
          of(version));
    }
  }

  /// The same for who need not have seen it: nothing is checked without `If-Match`.
  ///
  /// @throws ProblemException 412 when it names another version
  public static void requireMatchIfAny(@Nullable String ifMatch, long version) {
    if (ifMatch != null && !ifMatch.isBlank()) {
      requireMatch(ifMatch, version);
    }
  }

  /// Whether a condition of a client names the tag: `*`, or a list with it. A proxy that compresses
  /// an answer makes its tag weak; the version it names is the same, so that counts as well.
  private static boolean matches(String condition, String tag) {
    return condition.strip().equals("*")
        || Arrays.stream(condition.split(",", -1)).anyMatch(each -> opaque(each).equals(tag));
  }

  /// Whether what the client has is still what there is: `If-None-Match` against a tag, weakly (RFC
  /// 9110, 13.1.2).
  public static boolean isKnown(@Nullable String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && (ifNoneMatch.strip().equals("*")
            || Arrays.stream(ifNoneMatch.split(",", -1))
                .anyMatch(each -> opaque(each).equals(opaque(tag))));
  }

  private static String opaque(String tag) {
    String plain = tag.strip();
    return plain.startsWith("W/") ? plain.substring(2) : plain;
  }

  /// A weak tag of what was answered, for what has no version.
  public static String weak(byte[] answer) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(answer);
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
      return "W/\"" + text + "\"";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
