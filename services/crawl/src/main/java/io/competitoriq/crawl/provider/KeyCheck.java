package io.competitoriq.crawl.provider;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/// Asks a provider whether a key is good, without spending anything.
public interface KeyCheck {

  Provider provider();

  Uni<Verdict> check(ProviderKey key);

  /// What the provider says.
  sealed interface Verdict {

    /// @param account whose key it is, where the provider tells
    /// @param remainingCredits what is left to spend, where the provider counts in credits
    record Good(@Nullable String account, @Nullable Long remainingCredits) implements Verdict {}

    /// The provider does not know the key, or it may do nothing.
    record Bad(String reason) implements Verdict {}

    /// The provider gave no usable answer; the key may be good.
    record Unknown(String reason) implements Verdict {}
  }
}
