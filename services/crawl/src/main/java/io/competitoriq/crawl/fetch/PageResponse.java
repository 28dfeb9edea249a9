package io.competitoriq.crawl.fetch;

import java.net.URI;
import java.util.Map;

/// A complete answer as the classification sees it: `text` is the body read in its charset.
record PageResponse(
    URI requested,
    URI finalUrl,
    int status,
    String contentType,
    Map<String, String> headers,
    String text) {}
