package io.competitoriq.crawl.fetch;

/// What came of looking at an address, and where the page leads; a page that is not kept leads
/// nowhere.
public record Looked(Collected collected, Outline outline) {}
