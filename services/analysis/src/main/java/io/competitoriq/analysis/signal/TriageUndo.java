package io.competitoriq.analysis.signal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// Row of how to take one act of triage back.
@RegisterForReflection(
    targets = {TriageUndo.Entries.class, TriageUndo.Entry.class, Standing.class, Until.class})
@Entity
@Immutable
@Table(name = "triage_undo")
class TriageUndo {

  @Id public UUID token;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Column(name = "member_id")
  public UUID memberId;

  @Column(name = "entries")
  @JdbcTypeCode(SqlTypes.JSON)
  public Entries entries;

  @Column(name = "created_at")
  public Instant createdAt;

  /// What was, signal by signal.
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Entries(List<Entry> all) {
    Entries {
      all = List.copyOf(all);
    }
  }

  /// @param version the signal's after the act: with another one somebody acted since
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Entry(UUID id, long version, Standing before) {}
}
