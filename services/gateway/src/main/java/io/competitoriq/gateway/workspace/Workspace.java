package io.competitoriq.gateway.workspace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "workspace")
class Workspace {
  @Id UUID id;

  @Column(name = "name", nullable = false)
  String name;

  @Column(name = "created_at", nullable = false, updatable = false)
  Instant createdAt;
}
