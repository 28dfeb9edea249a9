package io.competitoriq.gateway.session;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Optional;

/// Who vouches for the people behind some sessions and may take that back: the provider they signed
/// in through. An interface, because sessions must not know how a provider is asked.
public interface Voucher {

  /// Asked whenever a session is resumed; usually answered from what is already known. Fails only
  /// when our own database does.
  Uni<Verdict> ask(SignedIn who);

  /// Where the browser goes to end the provider's session too; empty when there is none.
  Uni<Optional<URI>> farewell(SignedIn who);

  /// What the voucher says.
  enum Verdict {
    STANDS,
    /// The session holds, but what the person may do has changed: read it again.
    CHANGED,
    /// The session holds no longer.
    WITHDRAWN
  }
}
