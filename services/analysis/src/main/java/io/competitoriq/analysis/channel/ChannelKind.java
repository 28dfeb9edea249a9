package io.competitoriq.analysis.channel;

/// What kind of place people are told at.
public enum ChannelKind {
  EMAIL,
  /// An incoming webhook of Slack, or of what speaks like it (Mattermost, Rocket.Chat).
  SLACK,
  /// A workflow of Microsoft Teams that takes adaptive cards.
  TEAMS,
  DISCORD,
  /// Any receiver: signed as the Standard Webhooks want it.
  WEBHOOK
}
