package io.competitoriq.gateway.account;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Hashes and checks passwords on worker threads of their own, a bounded number at a time.
@ApplicationScoped
class Passwords {

  private static final int SALT_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final WorkerExecutor workers;
  private final PasswordHash.Cost cost;
  private final PasswordHash nobodys;
  private final PasswordPolicy policy;

  Passwords(Vertx vertx, PasswordConfig config, PasswordPolicy policy) {
    this.policy = policy;
    this.workers = vertx.createSharedWorkerExecutor("argon2", config.slots());
    this.cost =
        new PasswordHash.Cost(config.memoryKib(), config.iterations(), config.parallelism());
    // Only its cost matters: no password has the hash 00.
    this.nobodys = new PasswordHash(cost, "00".repeat(SALT_BYTES), "00".repeat(32));
  }

  /// Hashes a password that somebody has chosen.
  ///
  /// @param email whose it will be
  /// @param name of the same person
  /// @throws io.competitoriq.http.ProblemException 400 when it is none to choose
  Uni<PasswordHash> choose(String password, EmailAddress email, String name) {
    return onWorker(
        () -> {
          policy.require(password, email, name);
          return PasswordHash.compute(password, salt(), cost);
        });
  }

  /// Hashes a password that is the account's already.
  Uni<PasswordHash> hash(String password) {
    return onWorker(() -> PasswordHash.compute(password, salt(), cost));
  }

  /// Checks the password against the stored hash, or against nobody's where there is no account, so
  /// that both take the same time.
  Uni<Boolean> matches(Optional<PasswordHash> stored, String password) {
    return onWorker(() -> stored.orElse(nobodys).matches(password));
  }

  /// Whether the hash was made with other costs than those configured today.
  boolean isOutdated(PasswordHash stored) {
    return !stored.cost().equals(cost);
  }

  private byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  private <T> Uni<T> onWorker(Callable<T> work) {
    return Uni.createFrom()
        .completionStage(() -> workers.executeBlocking(work, false).toCompletionStage());
  }
}
