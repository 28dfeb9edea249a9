package io.competitoriq.analysis.signal;

import io.competitoriq.http.Ids;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.Side;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/// Row of a quote that a signal was read from.
@Entity
@Immutable
@Table(name = "evidence")
class SignalEvidence {

  @Id public UUID id;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Column(name = "signal_id")
  public UUID signalId;

  @Column(name = "ordinal")
  public int ordinal;

  @Column(name = "evidence_id")
  public UUID evidenceId;

  @Column(name = "side")
  @Enumerated(EnumType.STRING)
  public Side side;

  @Column(name = "snapshot_id")
  public UUID snapshotId;

  @Column(name = "document_id")
  public UUID documentId;

  @Column(name = "block_id")
  public String blockId;

  @Column(name = "quote")
  public String quote;

  @Column(name = "start_offset")
  public int start;

  @Column(name = "end_offset")
  public int end;

  @Column(name = "verified")
  public boolean verified;

  @Column(name = "url")
  public String url;

  @Column(name = "fetched_at")
  public Instant fetchedAt;

  static SignalEvidence of(Signal signal, int ordinal, Evidence evidence) {
    SignalEvidence row = new SignalEvidence();
    row.id = Ids.next();
    row.workspaceId = signal.workspaceId;
    row.signalId = signal.id;
    row.ordinal = ordinal;
    row.evidenceId = evidence.id();
    row.side = evidence.side();
    row.snapshotId = evidence.snapshotId();
    row.documentId = evidence.documentId();
    row.blockId = evidence.blockId();
    row.quote = evidence.quote();
    row.start = evidence.start();
    row.end = evidence.end();
    row.verified = evidence.verified();
    row.url = evidence.url().toString();
    row.fetchedAt = evidence.fetchedAt();
    return row;
  }

  Evidence toEvidence() {
    return new Evidence(
        evidenceId,
        side,
        snapshotId,
        documentId,
        blockId,
        quote,
        start,
        end,
        verified,
        URI.create(url),
        fetchedAt);
  }
}
