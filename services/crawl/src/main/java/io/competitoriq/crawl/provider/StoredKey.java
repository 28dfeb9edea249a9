package io.competitoriq.crawl.provider;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `provider_key`.
@Entity
@Table(name = "provider_key")
@IdClass(StoredKey.Place.class)
class StoredKey {
  @Id
  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Id
  @Enumerated(EnumType.STRING)
  public Provider provider;

  @Column(name = "sealed_by")
  public String sealedBy;

  @Column public byte[] sealed;

  @Column public @Nullable String account;

  @Column
  @Enumerated(EnumType.STRING)
  public State state;

  @Column(name = "remaining_credits")
  public @Nullable Long remainingCredits;

  @Column(name = "checked_at")
  public Instant checkedAt;

  @Column(name = "set_at")
  public Instant setAt;

  /// What the provider last said about the key.
  enum State {
    VERIFIED,
    REFUSED
  }

  /// Workspace and provider.
  record Place(UUID workspaceId, Provider provider) implements Serializable {}

  static Place place(UUID workspaceId, Provider provider) {
    return new Place(workspaceId, provider);
  }
}
