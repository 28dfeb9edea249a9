package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.discovery.PageOutline.Link;
import java.net.URI;
import java.util.List;
import java.util.Set;

/// What the source of a page gives away besides what a visitor reads.
///
/// @param language as `html lang` says it, without the country; empty without one
/// @param alternates the same page in other languages: address and language
/// @param embeds addresses of frames, scripts and profiles (JSON-LD), and those named in scripts
/// @param scripted links that only scripts make visible
/// @param sections what the links to parts of the page itself say
/// @param tags whose advertisements are measured here
/// @param opening the first words of the page
record PageTraces(
    String language,
    List<Link> alternates,
    List<URI> embeds,
    List<Link> scripted,
    List<String> sections,
    Set<AdTag> tags,
    String opening) {

  PageTraces {
    alternates = List.copyOf(alternates);
    embeds = List.copyOf(embeds);
    scripted = List.copyOf(scripted);
    sections = List.copyOf(sections);
    tags = Set.copyOf(tags);
  }
}
