package io.competitoriq.gateway.demo;

import java.net.URI;
import java.util.List;

/// A company that does not exist, as a file of `contracts/demo` tells it. Times are days before the
/// moment it is looked at, so the story is the same on every day.
///
/// @param url below `.invalid`
record DemoCompany(String name, URI url, String description, List<String> tags, List<Page> pages) {

  DemoCompany {
    tags = List.copyOf(tags);
    pages = List.copyOf(pages);
  }

  /// @param kind of the source, as `SourceKind` names it
  /// @param every how often it is said to be visited, ISO 8601
  /// @param daysAgo when it was read first
  /// @param html its first version, line by line; `{day:12}` is the date twelve days ago
  /// @param changes the oldest first
  record Page(
      String path,
      String kind,
      String title,
      String every,
      double daysAgo,
      List<String> html,
      List<Change> changes) {

    Page {
      html = List.copyOf(html);
      changes = List.copyOf(changes);
    }
  }

  /// The page reads otherwise from then on.
  record Change(double daysAgo, List<Edit> edits) {

    Change {
      edits = List.copyOf(edits);
    }
  }

  /// @param from stands in the version before, once
  record Edit(String from, String to) {}
}
