package io.competitoriq.gateway.link;

import io.competitoriq.gateway.session.Sha256;
import io.competitoriq.http.Problems;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The secret in a link: 256 random bits. It stands behind the `#`, which browsers send to nobody,
/// so that no log and no referrer has it.
///
/// @param value 43 characters of URL-safe Base64
public record LinkToken(String value) {

  private static final int BYTES = 32;
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

  public static LinkToken random(SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /// @throws io.competitoriq.http.ProblemException 410 when it cannot be one of ours
  public static LinkToken parse(@Nullable String value) {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw Problems.gone(
          "link-over", "This link does not work any more, or a part of it is missing.");
    }
    return new LinkToken(value);
  }

  /// What the database keeps: whoever reads it cannot open the link.
  public String hash() {
    return Sha256.hex(value);
  }

  /// Keeps the secret out of logs.
  @Override
  public String toString() {
    return "LinkToken[...]";
  }
}
