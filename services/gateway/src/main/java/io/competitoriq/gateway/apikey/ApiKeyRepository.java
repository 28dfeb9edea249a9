package io.competitoriq.gateway.apikey;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<StoredApiKey, UUID> {

  Uni<List<StoredApiKey>> newestFirst(int limit) {
    return findAll(Sort.descending("id")).page(0, limit).list();
  }

  Uni<Long> countUsable() {
    return count("revokedAt is null");
  }
}
