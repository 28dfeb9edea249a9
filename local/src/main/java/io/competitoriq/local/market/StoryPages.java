package io.competitoriq.local.market;

import java.util.Optional;

/// What a company tells over time: blog, changelog, openings.
final class StoryPages {

  private StoryPages() {}

  static String blog(View view) {
    String posts =
        Html.each(
            view.company().posts(),
            post ->
                """
                <div class="%s">
                <h2><a href="/blog/%s">%s</a></h2>
                <p class="%s">By %s · %s · %s</p>
                <p>%s</p>
                </div>"""
                    .formatted(
                        view.css("teaser"),
                        post.id(),
                        Html.escape(post.title()),
                        view.css("byline"),
                        Html.escape(post.author()),
                        Html.date(post.published()),
                        Html.ago(post.published(), view.noise().now()),
                        Html.escape(post.summary())));
    return Layout.page(view, "Blog", "", "<h1>Blog</h1>\n" + posts);
  }

  static Optional<String> post(View view, String id) {
    return view.company().posts().stream()
        .filter(post -> post.id().equals(id))
        .findFirst()
        .map(post -> post(view, post));
  }

  private static String post(View view, Company.Post post) {
    String content =
        """
        <h1>%s</h1>
        <p class="%s">By %s in %s, %s (%s)</p>
        <p><em>%s</em></p>
        %s"""
            .formatted(
                Html.escape(post.title()),
                view.css("byline"),
                Html.escape(post.author()),
                Html.escape(post.topic()),
                Html.date(post.published()),
                Html.ago(post.published(), view.noise().now()),
                Html.escape(post.summary()),
                Html.each(post.paragraphs(), text -> "<p>" + Html.escape(text) + "</p>"));
    String head =
        """
        <meta property="og:type" content="article">
        <meta property="article:published_time" content="%s">
        <meta name="author" content="%s">"""
            .formatted(post.published(), Html.escape(post.author()));
    return Layout.page(view, post.title(), head, content);
  }

  static String changelog(View view) {
    String releases =
        Html.each(
            view.company().releases(),
            release ->
                """
                <section id="%s">
                <h2>%s</h2>
                <p>%s</p>
                <ul>
                %s
                </ul>
                </section>"""
                    .formatted(
                        release.id(),
                        Html.escape(release.title()),
                        Html.date(release.published()),
                        Html.each(
                            release.notes(),
                            note ->
                                "<li><strong>%s:</strong> %s</li>"
                                    .formatted(
                                        Html.escape(note.kind()), Html.escape(note.text())))));
    return Layout.page(view, "Changelog", "", "<h1>Changelog</h1>\n" + releases);
  }

  static String careers(View view) {
    String jobs =
        Html.each(
            view.company().jobs(),
            job ->
                """
                <li><a href="/careers/%s">%s</a> <span>%s</span> <span>%s</span></li>"""
                    .formatted(
                        job.id(),
                        Html.escape(job.title()),
                        Html.escape(job.team()),
                        Html.escape(job.location())));
    String content =
        """
        <h1>Careers at %s</h1>
        <p>We are a company of people who like to help. Here is whom we are looking for.</p>
        <h2>Open positions</h2>
        <ul class="%s">
        %s
        </ul>"""
            .formatted(Html.escape(view.company().name()), view.css("openings"), jobs);
    return Layout.page(view, "Careers", "", content);
  }

  static Optional<String> job(View view, String id) {
    return view.company().jobs().stream()
        .filter(job -> job.id().equals(id))
        .findFirst()
        .map(job -> job(view, job));
  }

  private static String job(View view, Company.Job job) {
    String content =
        """
        <h1>%s</h1>
        <p>%s · %s · posted %s</p>
        <p>%s</p>
        <p>Write to jobs@%s.example and tell us about a question you answered well.</p>"""
            .formatted(
                Html.escape(job.title()),
                Html.escape(job.team()),
                Html.escape(job.location()),
                Html.date(job.published()),
                Html.escape(job.text()),
                view.company().id());
    return Layout.page(view, job.title(), "", content);
  }
}
