package io.competitoriq.crawl.fetch;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Whether a page is little more than the place where its scripts will put it. Pure; parses the
/// page, so call it on a worker.
final class Shells {
  /// With more text than this a page is none.
  static final int FEW_LETTERS = 600;

  private static final int LONGEST_LOOKED_AT = 1_000_000;
  private static final String APP_ROOTS =
      "#root, #app, #__next, #__nuxt, #___gatsby, #svelte, #main-app, app-root, [ng-app], [data-reactroot]";
  private static final Pattern WANTS_SCRIPTS =
      Pattern.compile("(enable|requires?|turn on|without|aktivieren)\\b.{0,40}javascript");

  private Shells() {}

  static boolean isShell(String html) {
    if (html.length() > LONGEST_LOOKED_AT) {
      return false;
    }
    Document page;
    try {
      page = Jsoup.parse(html);
    } catch (IndexOutOfBoundsException fault) {
      // The library breaks over unclosed letters at its greatest depth: no shell lies that deep.
      return false;
    }
    if (page.select("script").isEmpty()) {
      return false;
    }
    boolean emptyRoot = page.select(APP_ROOTS).stream().anyMatch(Shells::isEmpty);
    boolean asks = WANTS_SCRIPTS.matcher(page.text().toLowerCase(Locale.ROOT)).find();
    page.select("script, style, noscript, template").remove();
    int letters = page.text().length();
    return letters < PageLook.FEW_LETTERS || letters < FEW_LETTERS && (emptyRoot || asks);
  }

  private static boolean isEmpty(Element root) {
    return root.text().length() < PageLook.FEW_LETTERS;
  }
}
