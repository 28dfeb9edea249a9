package io.competitoriq.analysis.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Row of a place people are told at. What is sealed never leaves this package.
@Entity
@Table(name = "channel")
class Channel {

  @Id public UUID id;

  @Column(name = "workspace_id", updatable = false)
  public UUID workspaceId;

  @Column(name = "name")
  public String name;

  @Column(name = "kind", updatable = false)
  @Enumerated(EnumType.STRING)
  public ChannelKind kind;

  @Column(name = "format")
  @Enumerated(EnumType.STRING)
  public ChannelFormat format;

  @Column(name = "target")
  public String target;

  @Column(name = "sealed")
  public byte @Nullable [] sealed;

  @Column(name = "sealed_by")
  public @Nullable String sealedBy;

  @Column(name = "enabled")
  public boolean enabled;

  @Column(name = "trouble")
  public @Nullable String trouble;

  @Version
  @Column(name = "version")
  public long version;

  @Column(name = "created_at", updatable = false)
  public Instant createdAt;

  @Column(name = "updated_at")
  public Instant updatedAt;

  @Column(name = "archived_at")
  public @Nullable Instant archivedAt;
}
