package io.competitoriq.local.market;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The blog as a feed, in the format the company chose.
final class Feeds {

  private Feeds() {}

  static String contentType(Company company) {
    return switch (company.style().feed()) {
      case RSS -> "application/rss+xml";
      case ATOM -> "application/atom+xml";
    };
  }

  static Page render(View view) {
    String body =
        switch (view.company().style().feed()) {
          case RSS -> rss(view);
          case ATOM -> atom(view);
        };
    return Page.feed(contentType(view.company()) + "; charset=utf-8", body);
  }

  private static String rss(View view) {
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel>
        <title>%1$s blog</title>
        <link>%2$s/blog</link>
        <description>%3$s</description>
        <lastBuildDate>%4$s</lastBuildDate>
        %5$s
        </channel></rss>
        """
        .formatted(
            Html.escape(view.company().name()),
            view.base(),
            Html.escape(view.company().description()),
            rfc1123(view.noise().now()),
            Html.each(
                view.company().posts(),
                post ->
                    """
                    <item><title>%s</title><link>%2$s/blog/%3$s</link>\
                    <guid isPermaLink="true">%2$s/blog/%3$s</guid><pubDate>%4$s</pubDate>\
                    <category>%5$s</category><description>%6$s</description></item>"""
                        .formatted(
                            Html.escape(post.title()),
                            view.base(),
                            post.id(),
                            rfc1123(post.published()),
                            Html.escape(post.topic()),
                            Html.escape(post.summary()))));
  }

  private static String atom(View view) {
    return """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
        <title>%1$s blog</title>
        <id>%2$s/blog</id>
        <link href="%2$s/blog"/>
        <link rel="self" href="%2$s/blog/feed.xml"/>
        <updated>%3$s</updated>
        %4$s
        </feed>
        """
        .formatted(
            Html.escape(view.company().name()),
            view.base(),
            view.noise().now(),
            Html.each(
                view.company().posts(),
                post ->
                    """
                    <entry><title>%1$s</title><id>%2$s/blog/%3$s</id><link href="%2$s/blog/%3$s"/>\
                    <published>%4$s</published><updated>%4$s</updated>\
                    <author><name>%5$s</name></author><summary>%6$s</summary></entry>"""
                        .formatted(
                            Html.escape(post.title()),
                            view.base(),
                            post.id(),
                            post.published(),
                            Html.escape(post.author()),
                            Html.escape(post.summary()))));
  }

  private static String rfc1123(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC));
  }
}
