package io.competitoriq.gateway.limit;

import io.competitoriq.gateway.session.SignedIn;
import java.util.Locale;
import java.util.UUID;

/// Whose requests are counted together.
///
/// @param id of the account or of the API key
public record Caller(UUID workspaceId, Kind kind, UUID id) {

  /// What somebody may be known by.
  public enum Kind {
    USER,
    API_KEY;

    /// The limit's name in headers and problems.
    String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The person behind a session, in whichever browser.
  public static Caller of(SignedIn who) {
    return new Caller(who.workspaceId(), Kind.USER, who.accountId());
  }

  /// A program with a key; it uses up nothing of the person it acts for.
  public static Caller of(SignedIn actsFor, UUID keyId) {
    return new Caller(actsFor.workspaceId(), Kind.API_KEY, keyId);
  }
}
