package io.competitoriq.process.search;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Makes documents searchable.
@ApplicationScoped
public class Passages {

  /// Adds a stored document, in the transaction that stores it. One that was not understood adds
  /// nothing.
  public Uni<Void> index(Mutiny.Session tx, UUID documentId) {
    return SessionSql.of(tx).select("select index_document($1)", documentId).replaceWithVoid();
  }
}
