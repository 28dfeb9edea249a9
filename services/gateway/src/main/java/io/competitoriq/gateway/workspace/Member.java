package io.competitoriq.gateway.workspace;

import io.competitoriq.tenancy.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "member")
class Member {
  @Id UUID id;

  @Column(name = "workspace_id", nullable = false, updatable = false)
  UUID workspaceId;

  @Column(name = "account_id", nullable = false, updatable = false)
  UUID accountId;

  @Enumerated(EnumType.STRING)
  @Column(name = "role", nullable = false, columnDefinition = "text")
  Role role;

  @Column(name = "created_at", nullable = false, updatable = false)
  Instant createdAt;
}
