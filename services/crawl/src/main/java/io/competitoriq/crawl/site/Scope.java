package io.competitoriq.crawl.site;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which addresses belong to the walk: those of the start's host below the start's folder, without
/// files that are no pages.
///
/// @param maxPages the walk reads no more pages than these
/// @param maxDepth nor pages further than so many links from the start
record Scope(String origin, String folder, int maxPages, int maxDepth) {
  private static final Pattern NO_PAGE =
      Pattern.compile(
          ".*\\.(avif|bmp|css|csv|docx?|dmg|eot|exe|gif|gz|ico|jpe?g|js|json|map|mjs|mov|mp[34]|ogg|otf|pdf|png|pptx?"
              + "|rss|svg|tar|tgz|ttf|txt|wasm|wav|webm|webp|woff2?|xlsx?|xml|zip)");

  static Scope of(URI start, int maxPages, int maxDepth) {
    String path = start.getRawPath() == null ? "/" : start.getRawPath();
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    return new Scope(origin(start), folder.isEmpty() ? "/" : folder, maxPages, maxDepth);
  }

  /// `https://acme.com`, with the port when it is not the usual one.
  static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  /// @param url canonical
  boolean holds(String url) {
    if (!url.startsWith(origin) || !url.startsWith(folder, origin.length())) {
      return false;
    }
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    return !NO_PAGE.matcher(path.toLowerCase(Locale.ROOT)).matches();
  }
}
