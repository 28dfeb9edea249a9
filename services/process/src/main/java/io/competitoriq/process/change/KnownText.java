package io.competitoriq.process.change;

import io.competitoriq.messages.TextChange;

/// A text change that another source of the competitor told.
///
/// @param url of the page that told it
public record KnownText(TextChange text, String url) {}
