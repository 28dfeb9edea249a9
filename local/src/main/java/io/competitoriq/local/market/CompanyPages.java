package io.competitoriq.local.market;

import java.util.Objects;

/// What a company says about itself and its product.
final class CompanyPages {

  private CompanyPages() {}

  static String home(View view) {
    Company company = view.company();
    String features =
        Html.each(
            company.features(),
            group ->
                "<h3>%s</h3>\n<p>%s</p>"
                    .formatted(Html.escape(group.name()), Html.escape(group.intro())));
    String content =
        """
        <h1>%s</h1>
        <p class="%s">%s</p>
        <p>%s <a href="/pricing">See pricing</a></p>
        <h2>What you get</h2>
        %s
        <h2>Trusted by</h2>
        <ul>
        %s
        </ul>
        <h2>From our blog</h2>
        <ul>
        %s
        </ul>"""
            .formatted(
                Html.escape(company.headline()),
                view.css("lead"),
                Html.escape(company.subline()),
                Html.escape(startingPrice(view)),
                features,
                Html.each(company.customers(), name -> "<li>" + Html.escape(name) + "</li>"),
                Html.each(
                    company.posts().stream().limit(3).toList(),
                    post ->
                        "<li><a href=\"/blog/%s\">%s</a> <span>%s</span></li>"
                            .formatted(
                                post.id(),
                                Html.escape(post.title()),
                                Html.ago(post.published(), view.noise().now()))));
    return Layout.page(view, company.tagline(), organisation(view), content);
  }

  private static String startingPrice(View view) {
    return view.company().plans().stream()
        .map(Company.Plan::monthly)
        .filter(Objects::nonNull)
        .min(Integer::compare)
        .map(least -> "From " + view.money(least) + " per agent and month.")
        .orElse("Ask us for a price.");
  }

  private static String organisation(View view) {
    return """
        <meta property="og:title" content="%s">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"Organization",\
        "name":"%s","url":"%s/","logo":"%s/favicon.svg"}</script>"""
        .formatted(
            Html.escape(view.company().tagline()), view.company().name(), view.base(), view.base());
  }

  static String features(View view) {
    String groups =
        Html.each(
            view.company().features(),
            group ->
                """
                <section id="%s">
                <h2>%s</h2>
                <p>%s</p>
                %s
                </section>"""
                    .formatted(
                        group.id(),
                        Html.escape(group.name()),
                        Html.escape(group.intro()),
                        Html.each(
                            group.items(),
                            item ->
                                "<h3>%s</h3>\n<p>%s</p>"
                                    .formatted(
                                        Html.escape(item.name()), Html.escape(item.text())))));
    return Layout.page(view, "Features", "", "<h1>Features</h1>\n" + groups);
  }

  static String about(View view) {
    Company company = view.company();
    String people =
        Html.each(
            company.people(),
            person ->
                "<h3>%s</h3>\n<p><strong>%s.</strong> %s</p>"
                    .formatted(
                        Html.escape(person.name()),
                        Html.escape(person.role()),
                        Html.escape(person.text())));
    String content =
        """
        <h1>About %s</h1>
        <p>%s Founded in %d, at home in %s.</p>
        <h2>Leadership</h2>
        %s"""
            .formatted(
                Html.escape(company.name()),
                Html.escape(company.description()),
                company.founded(),
                Html.escape(company.place()),
                people);
    return Layout.page(view, "About", "", content);
  }

  static String notFound(View view) {
    return Layout.page(
        view,
        "Page not found",
        "<meta name=\"robots\" content=\"noindex\">",
        "<h1>Page not found</h1>\n<p>There is no such page here. Try the <a href=\"/\">start page</a>.</p>");
  }
}
