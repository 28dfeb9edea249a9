package io.competitoriq.crawl.fetch;

import java.util.Optional;

/// What an answer is, before anything is stored.
sealed interface Verdict {
  /// Content: it becomes a snapshot.
  ///
  /// @param look what was seen of an HTML page; empty for anything else and for huge pages
  record Content(Optional<PageLook> look) implements Verdict {}

  /// Not content, and why.
  record Not(Collected.Rejected why) implements Verdict {}

  /// The server is in trouble; ask again later.
  record Trouble(String reason) implements Verdict {}
}
