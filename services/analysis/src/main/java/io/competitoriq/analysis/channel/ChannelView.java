package io.competitoriq.analysis.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A channel as people see it: nothing secret.
///
/// @param target recipients, the host of a chat's webhook, or the address of a webhook
/// @param trouble why it was switched off by itself, e.g. the receiver answered 410
/// @param secret what a receiver checks signatures with; only in the answer that made it
/// @param version for `If-Match`
public record ChannelView(
    UUID id,
    String name,
    ChannelKind kind,
    ChannelFormat format,
    String target,
    boolean enabled,
    @Nullable String trouble,
    @Nullable String secret,
    long version,
    Instant createdAt) {

  static ChannelView of(Channel row) {
    return with(row, null);
  }

  static ChannelView with(Channel row, @Nullable String secret) {
    return new ChannelView(
        row.id,
        row.name,
        row.kind,
        row.format,
        row.target,
        row.enabled,
        row.trouble,
        secret,
        row.version,
        row.createdAt);
  }

  @Override
  public String toString() {
    return "ChannelView[" + id + "]";
  }
}
