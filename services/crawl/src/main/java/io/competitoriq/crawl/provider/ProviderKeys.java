package io.competitoriq.crawl.provider;

import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.seal.Seals;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The keys of the workspaces: sealed at rest, verified before they are stored, never shown.
@ApplicationScoped
public class ProviderKeys {
  private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

  private final Seals seals;
  private final List<KeyCheck> checks;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  ProviderKeys(
      Seals seals, @All List<KeyCheck> checks, WorkspaceTransactions transactions, Clock clock) {
    this.seals = seals;
    this.checks = checks;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// The workspace's key, if it has one. Fails with [io.competitoriq.seal.SealBroken] when it
  /// cannot be opened. A key sealed with a replaced secret is sealed anew on the way.
  public Uni<Optional<ProviderKey>> of(UUID workspaceId, Provider provider) {
    return transactions.in(
        workspaceId,
        tx ->
            find(tx, workspaceId, provider)
                .map(row -> Optional.ofNullable(row).map(found -> opened(found, provider)))
                .call(tx::flush));
  }

  /// Stores the key once the provider has confirmed it. Fails with 422 `provider-key-refused`, 503
  /// `provider-unreachable` or 503 `secret-key-missing`; then nothing is changed.
  Uni<Void> put(UUID workspaceId, Provider provider, String secret) {
    if (!seals.usable()) {
      return Uni.createFrom()
          .failure(
              Problems.unavailable(
                  "secret-key-missing",
                  "Keys cannot be stored here: set CIQ_SECRET_KEYS"
                      + " (ciq.seal.keys) to id:base64 of 32 random bytes and"
                      + " restart the crawl service.",
                  ASK_AGAIN));
    }
    return check(new ProviderKey(workspaceId, provider, secret))
        .chain(
            good ->
                transactions.in(workspaceId, tx -> store(tx, workspaceId, provider, secret, good)));
  }

  /// @return whether there was one
  Uni<Boolean> delete(UUID workspaceId, Provider provider) {
    return transactions.in(
        workspaceId,
        tx ->
            find(tx, workspaceId, provider)
                .chain(
                    row ->
                        row == null
                            ? Uni.createFrom().item(false)
                            : tx.remove(row).replaceWith(true)));
  }

  /// The provider refused the key in the middle of work: shown until it is confirmed again.
  public Uni<Void> refused(ProviderKey key) {
    return mark(key, StoredKey.State.REFUSED, null);
  }

  /// The provider took the key and said how much is left.
  public Uni<Void> confirmed(ProviderKey key, @Nullable Long remainingCredits) {
    return mark(key, StoredKey.State.VERIFIED, remainingCredits);
  }

  Uni<List<StoredKey>> all(Mutiny.Session tx) {
    return tx.createQuery("from StoredKey", StoredKey.class).getResultList();
  }

  private Uni<KeyCheck.Verdict.Good> check(ProviderKey key) {
    return checks.stream()
        .filter(check -> check.provider() == key.provider())
        .findFirst()
        .orElseThrow()
        .check(key)
        .map(verdict -> requireGood(key.provider(), verdict));
  }

  private static KeyCheck.Verdict.Good requireGood(Provider provider, KeyCheck.Verdict verdict) {
    return switch (verdict) {
      case KeyCheck.Verdict.Good good -> good;
      case KeyCheck.Verdict.Bad(String reason) ->
          throw Problems.unprocessable(
              "provider-key-refused",
              "%s refused this key (%s). Nothing was saved; copy the key again from your account there."
                  .formatted(provider.label(), reason));
      case KeyCheck.Verdict.Unknown(String reason) -> throw unreachable(provider, reason);
    };
  }

  private static ProblemException unreachable(Provider provider, String reason) {
    return Problems.unavailable(
        "provider-unreachable",
        "%s did not confirm the key: %s Nothing was saved; try again in a moment."
            .formatted(provider.label(), reason),
        ASK_AGAIN);
  }

  private Uni<Void> store(
      Mutiny.Session tx,
      UUID workspaceId,
      Provider provider,
      String secret,
      KeyCheck.Verdict.Good good) {
    Seals.Sealed sealed = seals.seal(secret, purpose(workspaceId, provider));
    return find(tx, workspaceId, provider)
        .chain(
            known -> {
              StoredKey row = known == null ? new StoredKey() : known;
              row.workspaceId = workspaceId;
              row.provider = provider;
              row.sealedBy = sealed.keyId();
              row.sealed = sealed.bytes();
              row.account = good.account();
              row.remainingCredits = good.remainingCredits();
              row.state = StoredKey.State.VERIFIED;
              row.checkedAt = now();
              row.setAt = row.checkedAt;
              return known == null ? tx.persist(row) : Uni.createFrom().voidItem();
            })
        .call(tx::flush);
  }

  private Uni<Void> mark(ProviderKey key, StoredKey.State state, @Nullable Long credits) {
    return transactions.in(
        key.workspaceId(),
        tx ->
            find(tx, key.workspaceId(), key.provider())
                .invoke(
                    row -> {
                      if (row != null) {
                        row.state = state;
                        row.checkedAt = now();
                        row.remainingCredits = credits == null ? row.remainingCredits : credits;
                      }
                    })
                .call(tx::flush)
                .replaceWithVoid());
  }

  private ProviderKey opened(StoredKey row, Provider provider) {
    String purpose = purpose(row.workspaceId, provider);
    Seals.Sealed sealed = new Seals.Sealed(row.sealedBy, row.sealed);
    String secret = seals.open(sealed, purpose);
    if (seals.isOld(sealed)) {
      Seals.Sealed fresh = seals.seal(secret, purpose);
      row.sealedBy = fresh.keyId();
      row.sealed = fresh.bytes();
    }
    return new ProviderKey(row.workspaceId, provider, secret);
  }

  /// Its item is null when there is none.
  private static Uni<StoredKey> find(Mutiny.Session tx, UUID workspaceId, Provider provider) {
    return tx.createQuery(
            "from StoredKey where workspaceId = :workspace and provider = :provider",
            StoredKey.class)
        .setParameter("workspace", workspaceId)
        .setParameter("provider", provider)
        .getSingleResultOrNull();
  }

  private static String purpose(UUID workspaceId, Provider provider) {
    return workspaceId + "/" + provider;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
