package io.competitoriq.crawl.collector;

import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.Collected.Rejected;
import io.competitoriq.crawl.provider.Provider;
import io.competitoriq.crawl.provider.Reservation.OverBudget;
import io.competitoriq.crawl.visit.VisitOutcome;
import io.competitoriq.seal.SealBroken;

/// What a visit says when a provider cannot be asked or does not let us in. Pure.
public final class KeyTrouble {
  private KeyTrouble() {}

  public static Collected missing(Provider provider) {
    return Rejected.because(
        VisitOutcome.ERROR,
        "This workspace has no key for %s.".formatted(provider.label()),
        "An admin can add one under Settings, Providers (PUT /api/v1/providers/%s/key)."
            .formatted(provider.path()));
  }

  public static Collected unreadable(Provider provider, SealBroken why) {
    return Rejected.because(
        VisitOutcome.ERROR,
        "The stored key for %s cannot be opened: %s.".formatted(provider.label(), why.getMessage()),
        "Give the service its former secret key back, or add the provider's key again.");
  }

  public static Collected refused(Provider provider, int status, String said) {
    return new Rejected(
        VisitOutcome.ERROR,
        status,
        0,
        "%s refused the workspace's key (HTTP %d: %s).".formatted(provider.label(), status, said),
        "An admin can replace it under Settings, Providers (PUT /api/v1/providers/%s/key)."
            .formatted(provider.path()));
  }

  public static Collected overBudget(OverBudget why) {
    return Rejected.because(VisitOutcome.CREDIT_OUT, why.reason(), why.fix());
  }
}
