package io.competitoriq.crawl.fetch;

/// A meta tag; what it lacks is empty.
record Meta(String name, String content) {}
