package io.competitoriq.process.content;

import org.jsoup.nodes.Element;

/// A block together with the element it was read from, for readers of facts that need the structure
/// around it. Never stored.
public record SourcedBlock(Block block, Element element) {}
