package io.competitoriq.analysis.channel;

/// What the requests of a webhook look like.
public enum ChannelFormat {
  /// Our own envelope: `type`, `timestamp`, `data`.
  STANDARD,
  /// CloudEvents 1.0, structured mode, as JSON.
  CLOUDEVENTS
}
