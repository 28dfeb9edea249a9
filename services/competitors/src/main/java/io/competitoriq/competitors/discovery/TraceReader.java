package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.discovery.PageOutline.Link;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A parsed page in, its [PageTraces] out. Costs CPU.
final class TraceReader {

  private static final int MOST_EMBEDS = 300;
  private static final int LONGEST_OPENING = 2000;
  private static final Pattern ADDRESS =
      Pattern.compile("https?:(?:\\\\?/){2}[\\w.-]+(?:\\\\?/[\\w.~%!$&*+,;=:@?/\\\\-]*)?");

  /// Workable's widget names an account by number only.
  private static final Pattern WORKABLE = Pattern.compile("whr_embed\\(\\s*(\\d+)");

  private static final Pattern APPLE_APP = Pattern.compile("app-id=(\\d{6,12})");

  private TraceReader() {}

  static PageTraces read(Document page, URI base, String source) {
    Element html = page.selectFirst("html[lang]");
    return new PageTraces(
        html == null ? "" : PagePath.primary(html.attr("lang")),
        alternates(page),
        embeds(page, base),
        ScriptLinks.of(page, base),
        sections(page, base),
        AdTag.in(source),
        opening(page));
  }

  private static List<Link> alternates(Document page) {
    List<Link> alternates = new ArrayList<>();
    for (Element link : page.select("link[rel~=(?i)alternate][hreflang]")) {
      uri(link.absUrl("href"))
          .filter(url -> url.getHost() != null)
          .ifPresent(url -> alternates.add(new Link(url, link.attr("hreflang"))));
    }
    return alternates;
  }

  private static List<URI> embeds(Document page, URI base) {
    Set<String> found = new LinkedHashSet<>();
    page.select("iframe[src], script[src], embed[src]").forEach(e -> found.add(e.absUrl("src")));
    page.select("iframe[data-src]").forEach(e -> found.add(e.absUrl("data-src")));
    for (Element script : page.select("script:not([src])")) {
      String text = script.data();
      ADDRESS.matcher(text).results().limit(MOST_EMBEDS).forEach(m -> found.add(plain(m.group())));
      Matcher workable = WORKABLE.matcher(text);
      if (workable.find()) {
        found.add(base.getScheme() + "://apply.workable.com/" + workable.group(1));
      }
    }
    Element app = page.selectFirst("meta[name=apple-itunes-app]");
    if (app != null) {
      APPLE_APP
          .matcher(app.attr("content"))
          .results()
          .forEach(m -> found.add("https://apps.apple.com/app/id" + m.group(1)));
    }
    return found.stream()
        .limit(MOST_EMBEDS)
        .flatMap(text -> uri(text).stream())
        .filter(url -> url.getHost() != null)
        .toList();
  }

  private static String plain(String address) {
    return address.replace("\\/", "/").replaceAll("[\\\\.,;]+$", "");
  }

  private static List<String> sections(Document page, URI base) {
    String here = base.toString().replaceAll("#.*$", "");
    return page.select("a[href*=#]").stream()
        .filter(link -> link.absUrl("href").matches("\\Q" + here + "\\E#.+"))
        .map(Element::text)
        .filter(text -> !text.isBlank())
        .distinct()
        .limit(20)
        .toList();
  }

  private static String opening(Document page) {
    String text = page.body() == null ? "" : page.body().text();
    return text.length() <= LONGEST_OPENING ? text : text.substring(0, LONGEST_OPENING);
  }

  private static Optional<URI> uri(String text) {
    try {
      return text.startsWith("http") ? Optional.of(URI.create(text)) : Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
