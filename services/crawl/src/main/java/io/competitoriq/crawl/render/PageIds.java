package io.competitoriq.crawl.render;

/// What the browser calls a page of ours.
///
/// @param context its browser context, which nothing is shared with
/// @param target the page, and its main frame
/// @param session our line to it
record PageIds(String context, String target, String session) {}
