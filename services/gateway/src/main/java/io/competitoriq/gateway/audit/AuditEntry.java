package io.competitoriq.gateway.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "audit_entry")
class AuditEntry {
  @Id UUID id;

  @Column(name = "workspace_id")
  @Nullable UUID workspaceId;

  @Column(name = "account_id")
  @Nullable UUID accountId;

  @Enumerated(EnumType.STRING)
  @Column(name = "action", nullable = false, columnDefinition = "text")
  AuditAction action;

  @Column(name = "address", nullable = false)
  String address;

  @Column(name = "user_agent")
  @Nullable String userAgent;

  @Column(name = "trace_id", nullable = false)
  String traceId;

  @Column(name = "subject")
  @Nullable String subject;

  @Column(name = "state_before")
  @Nullable String before;

  @Column(name = "state_after")
  @Nullable String after;

  @Column(name = "created_at", nullable = false)
  Instant createdAt;
}
