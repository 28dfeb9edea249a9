package io.competitoriq.gateway.account;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {

  Uni<Optional<Account>> findByEmail(String email) {
    return find("email", email).firstResult().map(Optional::ofNullable);
  }

  Uni<List<Account>> queueAdmins() {
    return find("queueAdmin = true order by email").list();
  }

  Uni<Integer> setQueueAdmin(UUID id, boolean queueAdmin) {
    return update("queueAdmin = ?1 where id = ?2", queueAdmin, id);
  }

  Uni<Integer> setName(UUID id, String name) {
    return update("name = ?1 where id = ?2", name, id);
  }

  Uni<Integer> setPasswordHash(UUID id, String hash) {
    return update("passwordHash = ?1 where id = ?2", hash, id);
  }
}
