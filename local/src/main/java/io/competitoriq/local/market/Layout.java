package io.competitoriq.local.market;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The frame around every page, and in it the noise of a real site: clocks, counters, rotating
/// quotes and advertisements, session ids, build ids, shuffled links.
final class Layout {

  private static final DateTimeFormatter SERVER_CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS 'UTC'").withZone(ZoneOffset.UTC);

  private Layout() {}

  /// @param head markup for the head beside the usual
  static String page(View view, String title, String head, String content) {
    Company company = view.company();
    String body =
        switch (company.style().layout()) {
          case ASIDE -> withAside(view, content);
          case ARTICLE -> semantic(view, content);
          case DIVS -> divs(view, content);
        };
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <meta name="description" content="%s">
        <meta name="csrf-token" content="%s">
        <meta property="og:site_name" content="%s">
        <link rel="icon" href="/favicon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/assets/site.css?build=%s">
        <link rel="alternate" type="%s" title="%s blog" href="/blog/feed.xml">
        %s
        <script nonce="%s">window.__session = "%s"; window.__rendered = %d;</script>
        </head>
        %s
        </html>
        """
        .formatted(
            Html.escape(title + " | " + company.name()),
            Html.escape(company.description()),
            view.noise().id(16),
            Html.escape(company.name()),
            view.noise().id(4),
            Feeds.contentType(company),
            Html.escape(company.name()),
            head,
            view.noise().id(8),
            view.noise().id(12),
            view.noise().now().toEpochMilli(),
            body);
  }

  private static String withAside(View view, String content) {
    return """
        <body class="%1$s">
        <header class="%1$s-header">%2$s</header>
        <div class="%1$s-columns">
        <main>
        %3$s
        </main>
        <aside class="%1$s-aside">
        %4$s
        %5$s
        </aside>
        </div>
        <footer class="%1$s-footer">%6$s</footer>
        </body>"""
        .formatted(
            view.company().style().prefix(),
            navigation(view),
            content,
            quote(view),
            offer(view),
            footer(view));
  }

  private static String semantic(View view, String content) {
    return """
        <body>
        <header><p class="%1$s-banner">%4$s</p>%2$s</header>
        <main><article>
        %3$s
        </article></main>
        <section aria-label="Customers" class="%1$s-voices">%5$s</section>
        <footer>%6$s</footer>
        </body>"""
        .formatted(
            view.company().style().prefix(),
            navigation(view),
            content,
            offer(view),
            quote(view),
            footer(view));
  }

  /// No landmark elements at all, and class names that a bundler makes anew for each build.
  private static String divs(View view, String content) {
    return """
        <body>
        <div id="root" data-build="%1$s"><div class="css-%2$s">
        <div class="css-%3$s %4$s-top">%5$s</div>
        <div class="css-%6$s %4$s-body">
        %7$s
        </div>
        <div class="%4$s-strip">%8$s</div>
        <div class="%4$s-strip">%9$s</div>
        <div class="%4$s-bottom">%10$s</div>
        </div></div>
        </body>"""
        .formatted(
            view.noise().id(6),
            view.noise().id(3),
            view.noise().id(3),
            view.company().style().prefix(),
            navigation(view),
            view.noise().id(3),
            content,
            quote(view),
            offer(view),
            footer(view));
  }

  private static String navigation(View view) {
    return "<nav><a class=\"%s\" href=\"/\">%s</a> %s</nav>"
        .formatted(
            view.css("logo"),
            Html.escape(view.company().name()),
            Html.each(
                view.company().style().nav(),
                page -> "<a href=\"/%s\">%s</a>".formatted(page, View.title(page))));
  }

  private static String quote(View view) {
    Company.Quote quote = view.noise().oneOf(view.company().quotes());
    return "<blockquote class=\"%s\"><p>%s</p><cite>%s</cite></blockquote>"
        .formatted(view.css("testimonial"), Html.escape(quote.text()), Html.escape(quote.by()));
  }

  private static String offer(View view) {
    return "<span class=\"%s\" data-campaign=\"%s\">Ad · %s</span>"
        .formatted(
            view.css("ad"),
            view.noise().id(5),
            Html.escape(view.noise().oneOf(view.company().offers())));
  }

  private static String footer(View view) {
    Company company = view.company();
    String recommended =
        Html.each(
            view.noise().shuffled(company.posts()),
            post ->
                "<li><a href=\"/blog/%s?ref=%s\">%s</a></li>"
                    .formatted(post.id(), view.noise().id(3), Html.escape(post.title())));
    return """
        <div class="%s"><h2>Recommended reading</h2><ul>
        %s
        </ul></div>
        <p class="%s">%d people are viewing this site</p>
        <p>© %d %s · %s · <a href="/sitemap.xml">Site map</a> · Server time %s</p>"""
        .formatted(
            view.css("recommended"),
            recommended,
            view.css("viewers"),
            view.noise().viewers(),
            view.noise().now().atZone(ZoneOffset.UTC).getYear(),
            Html.escape(company.name()),
            Html.escape(company.place()),
            SERVER_CLOCK.format(view.noise().now()));
  }
}
