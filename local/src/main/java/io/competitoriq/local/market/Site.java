package io.competitoriq.local.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The table of contents of every company's site.
final class Site {

  private Site() {}

  /// The page at this path; an unknown one answers 404 in the company's own words.
  static Page page(View view, String path) {
    return switch (path) {
      case "/" -> Page.html(CompanyPages.home(view));
      case "/pricing" -> Page.html(PricingPage.render(view));
      case "/features" -> Page.html(CompanyPages.features(view));
      case "/about" -> Page.html(CompanyPages.about(view));
      case "/blog" -> Page.html(StoryPages.blog(view));
      case "/blog/feed.xml" -> Feeds.render(view);
      case "/changelog" -> Page.html(StoryPages.changelog(view));
      case "/careers" -> Page.html(StoryPages.careers(view));
      case "/sitemap.xml" -> Page.feed("application/xml; charset=utf-8", sitemap(view));
      case "/robots.txt" -> Page.unchanging("text/plain; charset=utf-8", robots(view));
      case "/assets/site.css" -> Page.unchanging("text/css; charset=utf-8", stylesheet(view));
      case "/favicon.svg" -> Page.unchanging("image/svg+xml", icon(view));
      default -> entry(view, path);
    };
  }

  private static Page entry(View view, String path) {
    Optional<String> found =
        path.startsWith("/blog/")
            ? StoryPages.post(view, path.substring("/blog/".length()))
            : path.startsWith("/careers/")
                ? StoryPages.job(view, path.substring("/careers/".length()))
                : Optional.empty();
    return found.map(Page::html).orElseGet(() -> Page.notFound(CompanyPages.notFound(view)));
  }

  private static String sitemap(View view) {
    List<String> entries = new ArrayList<>();
    entries.add("<url><loc>%s/</loc></url>".formatted(view.base()));
    for (String page : view.company().style().nav()) {
      entries.add("<url><loc>%s/%s</loc></url>".formatted(view.base(), page));
    }
    for (Company.Post post : view.company().posts()) {
      entries.add(
          "<url><loc>%s/blog/%s</loc><lastmod>%s</lastmod></url>"
              .formatted(view.base(), post.id(), Html.day(post.published())));
    }
    for (Company.Job job : view.company().jobs()) {
      entries.add(
          "<url><loc>%s/careers/%s</loc><lastmod>%s</lastmod></url>"
              .formatted(view.base(), job.id(), Html.day(job.published())));
    }
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        %s
        </urlset>
        """
        .formatted(String.join("\n", entries));
  }

  private static String robots(View view) {
    return """
        User-agent: *
        Allow: /
        Disallow: /signup
        Disallow: /account

        Sitemap: %s/sitemap.xml
        """
        .formatted(view.base());
  }

  private static String stylesheet(View view) {
    return """
        :root { --accent: %1$s }
        body { margin: 0; font: 16px/1.6 system-ui, sans-serif; color: #1c2430; background: #fff }
        nav { display: flex; flex-wrap: wrap; gap: 1.2rem; padding: 1rem 5vw; border-bottom: 1px solid #e3e7ee }
        nav a { color: inherit; text-decoration: none } .%2$s-logo { font-weight: 700; color: var(--accent) }
        main, .%2$s-body { padding: 2rem 5vw; max-width: 60rem } h1 { line-height: 1.2 } a { color: var(--accent) }
        .%2$s-columns { display: grid; grid-template-columns: 1fr 16rem } .%2$s-aside { padding: 2rem 1rem }
        table { border-collapse: collapse } th, td { padding: .5rem .9rem; border: 1px solid #dfe4ec; text-align: left }
        .%2$s-plan, .%2$s-card { border: 1px solid #dfe4ec; border-radius: .6rem; padding: 1rem 1.4rem; margin: 1rem 0 }
        .%2$s-amount span, .%2$s-price strong { font-size: 1.6rem } .%2$s-ad { color: #6b7686; font-size: .9rem }
        blockquote { margin: 1rem 0; color: #46505f } footer, .%2$s-bottom { padding: 2rem 5vw; background: #f5f7fa }
        """
        .formatted(view.company().style().accent(), view.company().style().prefix());
  }

  private static String icon(View view) {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="%s"/>\
        <text x="16" y="22" font-family="sans-serif" font-size="18" font-weight="700" fill="#fff" text-anchor="middle">%s</text></svg>
        """
        .formatted(view.company().style().accent(), view.company().name().charAt(0));
  }
}
