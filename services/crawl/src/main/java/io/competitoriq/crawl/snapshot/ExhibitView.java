package io.competitoriq.crawl.snapshot;

import io.competitoriq.crawl.fetch.Exhibit;

/// A piece of evidence as the API lists it; its body has an address of its own.
public record ExhibitView(Exhibit.Kind kind, String contentType, String sha256, int bytes) {

  static ExhibitView of(ExhibitRow row) {
    return new ExhibitView(row.kind, row.contentType, row.sha256, row.bytes);
  }
}
