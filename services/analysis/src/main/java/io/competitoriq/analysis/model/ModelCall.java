package io.competitoriq.analysis.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Row of one call to a language model.
@Entity
@Immutable
@Table(name = "model_call")
class ModelCall {

  static final String ANSWERED = "ANSWERED";

  @Id public UUID id;

  @Column(name = "workspace_id")
  public UUID workspaceId;

  @Column(name = "signal_id")
  public @Nullable UUID signalId;

  @Column(name = "feature")
  public String feature;

  @Column(name = "params")
  public String params;

  @Column(name = "cost_micros")
  public long costMicros;

  @Column(name = "model")
  public String model;

  @Column(name = "prompt_version")
  public int promptVersion;

  @Column(name = "input_hash")
  public String inputHash;

  @Column(name = "outcome")
  public String outcome;

  @Column(name = "http_status")
  public @Nullable Integer httpStatus;

  @Column(name = "finish_reason")
  public @Nullable String finishReason;

  @Column(name = "request_id")
  public @Nullable String requestId;

  @Column(name = "input_tokens")
  public int inputTokens;

  @Column(name = "cached_tokens")
  public int cachedTokens;

  @Column(name = "output_tokens")
  public int outputTokens;

  @Column(name = "reasoning_tokens")
  public int reasoningTokens;

  @Column(name = "created_at", insertable = false)
  public Instant createdAt;

  @Column(name = "latency_ms")
  public long latencyMs;

  @Column(name = "answer")
  @JdbcTypeCode(SqlTypes.JSON)
  public @Nullable Map<String, Object> answer;
}
