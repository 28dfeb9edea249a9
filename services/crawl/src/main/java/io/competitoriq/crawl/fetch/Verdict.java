package io.competitoriq.crawl.fetch;

/// What an answer is, before anything is stored.
sealed interface Verdict {
  /// Content: it becomes a snapshot.
  record Content() implements Verdict {}

  /// Not content, and why.
  record Not(Collected.Rejected why) implements Verdict {}

  /// The server is in trouble; ask again later.
  record Trouble(String reason) implements Verdict {}
}
