package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What addresses outside a site tell: job boards, profiles, apps, rented pages, releases. Pure.
final class Neighbours {

  private static final double OURS = 0.9;
  private static final double LINKED = 0.72;
  private static final double BOARD = 0.8;
  private static final Pattern REPOSITORY =
      Pattern.compile("/(?<owner>[\\w-]+)/(?<name>[\\w.-]+)(?:/.*)?");
  private static final Pattern CHANNEL = Pattern.compile("/channel/(?<id>UC[\\w-]{20,24})");

  private Neighbours() {}

  /// Everything an address outside the site stands for; empty for most.
  ///
  /// @param how "the site links to" or "the site embeds"
  static List<Find> of(URI url, Site site, String how) {
    Optional<Find> board = JobBoard.of(url).flatMap(found -> board(found, how));
    if (board.isPresent()) {
      return List.of(board.get());
    }
    List<Find> finds = new ArrayList<>();
    for (Place place : Place.ALL) {
      place.address(url).flatMap(at -> find(place, at, site, how)).ifPresent(finds::add);
      if (!finds.isEmpty()) {
        break;
      }
    }
    feed(url, site, how).ifPresent(finds::add);
    return finds;
  }

  private static Optional<Find> board(JobBoard board, String how) {
    return Trail.canonical(board.source())
        .map(
            at ->
                new Find(
                    at,
                    SourceKind.CAREERS,
                    board.collector(),
                    board.name() + " job board",
                    BOARD,
                    List.of(how + " its job board at " + board.name()),
                    Sample.NONE,
                    false,
                    board.scripted() ? Errand.IN_A_BROWSER : Errand.PLAIN));
  }

  private static Optional<Find> find(Place place, Place.Address at, Site site, String how) {
    double confidence = isNamedLike(at.name(), site) ? OURS : LINKED;
    return Trail.canonical(at.url())
        .map(url -> find(url, place.kind(), place.collector(), place.label(), confidence))
        .map(find -> find.hinted(how + " " + place.whose()));
  }

  private static Find find(
      PageUrl url, SourceKind kind, Collector collector, String label, double confidence) {
    return new Find(
        url, kind, collector, label, confidence, List.of(), Sample.NONE, false, Errand.PLAIN);
  }

  /// Releases of a repository and videos of a channel have feeds of their own.
  private static Optional<Find> feed(URI url, Site site, String how) {
    String host = url.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    Matcher repository = REPOSITORY.matcher(url.getPath());
    if (host.equals("github.com") && repository.matches() && isOurs(repository, site)) {
      String releases =
          "%s://github.com/%s/%s/releases.atom"
              .formatted(url.getScheme(), repository.group("owner"), repository.group("name"));
      return Trail.canonical(URI.create(releases))
          .map(at -> find(at, SourceKind.CHANGELOG, Collector.FEED, "Releases on GitHub", OURS))
          .map(find -> find.hinted(how + " its repository, whose releases GitHub lists"));
    }
    Matcher channel = CHANNEL.matcher(url.getPath());
    if (host.equals("youtube.com") && channel.find()) {
      String videos = "/feeds/videos.xml?channel_id=" + channel.group("id");
      return Trail.canonical(URI.create(url.getScheme() + "://www.youtube.com" + videos))
          .map(at -> find(at, SourceKind.SOCIAL, Collector.FEED, "YouTube videos", LINKED))
          .map(find -> find.hinted(how + " its YouTube channel, which has a feed"));
    }
    return Optional.empty();
  }

  private static boolean isOurs(Matcher repository, Site site) {
    return isNamedLike(repository.group("owner"), site)
        && isNamedLike(repository.group("name"), site);
  }

  /// "lumen-hq" and `lumenhq.com`: one begins with the other, written without marks.
  private static boolean isNamedLike(String name, Site site) {
    String given = letters(name);
    String domain = letters(site.border().domain().split("\\.", 2)[0]);
    return given.length() > 2 && domain.length() > 2
        ? given.contains(domain) || domain.startsWith(given)
        : given.equals(domain);
  }

  private static String letters(String text) {
    return Words.fold(text).replace(" ", "");
  }
}
