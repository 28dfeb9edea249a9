package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Pages of demo data as they were in the past: keep the version of each that is next, once those
/// before it have been read. Queue `crawl-jobs`, one message per version. The bodies lie in the
/// blob store under their hashes.
///
/// @param version which of each page's versions, from 0; a page with fewer has no more to say
public record ReplayPages(List<Page> pages, int version) {

  public static final String QUEUE = "crawl-jobs";
  public static final String KIND = "replay-pages";

  public ReplayPages {
    pages = List.copyOf(pages);
    if (version < 0) {
      throw new IllegalArgumentException("version must not be negative: " + version);
    }
  }

  /// A page and how it changed, the oldest version first.
  public record Page(
      UUID competitorId, UUID sourceId, URI url, SourceKind kind, List<Version> versions) {

    public Page {
      requireNonNull(competitorId, "competitorId");
      requireNonNull(sourceId, "sourceId");
      Require.absolute(url, "url");
      requireNonNull(kind, "kind");
      if (!DemoAddress.is(url)) {
        throw new IllegalArgumentException("only demo data has a past to replay, not " + url);
      }
      versions = List.copyOf(versions);
    }
  }

  /// What a page said at a time: UTF-8 HTML.
  public record Version(Instant fetchedAt, String bodySha256) {

    public Version {
      requireNonNull(fetchedAt, "fetchedAt");
      Require.sha256(bodySha256, "bodySha256");
    }
  }

  /// The message about the version after this one.
  public ReplayPages next() {
    return new ReplayPages(pages, version + 1);
  }
}
