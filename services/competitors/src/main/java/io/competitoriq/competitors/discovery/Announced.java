package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.discovery.PageOutline.Link;
import io.competitoriq.messages.SourceKind;

/// A feed a page announces.
///
/// @param by the kind of that page
record Announced(Link link, SourceKind by) {}
