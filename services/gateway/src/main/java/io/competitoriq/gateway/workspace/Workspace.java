package io.competitoriq.gateway.workspace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "workspace")
class Workspace {
  @Id UUID id;

  @Column(name = "name", nullable = false)
  String name;

  @Column(name = "created_at", nullable = false, updatable = false)
  Instant createdAt;

  /// Null where work is done; else where whoever looks around here came from.
  @Column(name = "demo_home", updatable = false)
  @Nullable UUID demoHome;
}
