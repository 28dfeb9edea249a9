package io.competitoriq.gateway.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "account")
class Account {
  @Id UUID id;

  @Column(name = "email", nullable = false, updatable = false)
  String email;

  @Column(name = "name", nullable = false)
  String name;

  /// None for an account that only ever signed in through a provider.
  @Column(name = "password_hash")
  @Nullable String passwordHash;

  @Column(name = "queue_admin", nullable = false)
  boolean queueAdmin;

  @Column(name = "created_at", nullable = false, updatable = false)
  Instant createdAt;
}
