package io.competitoriq.crawl.site;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import io.competitoriq.crawl.fetch.UserAgent;
import io.competitoriq.crawl.politeness.Politeness;
import io.competitoriq.egress.Egress;
import io.competitoriq.egress.EgressLimits;
import io.competitoriq.egress.EgressRequest;
import io.competitoriq.egress.EgressResult;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What a site itself says its pages are: the sitemaps robots.txt names, index files and compressed
/// ones included. A sitemap that cannot be read is one that names nothing.
@ApplicationScoped
class Sitemaps {
  private static final EgressLimits LIMITS = EgressLimits.DEFAULT.withMaxBytes(16 << 20);

  private final Egress egress;
  private final Politeness politeness;
  private final UserAgent userAgent;
  private final SiteConfig config;
  private final Vertx vertx;
  private final Clock clock;

  Sitemaps(
      Egress egress,
      Politeness politeness,
      UserAgent userAgent,
      SiteConfig config,
      Vertx vertx,
      Clock clock) {
    this.egress = egress;
    this.politeness = politeness;
    this.userAgent = userAgent;
    this.config = config;
    this.vertx = vertx;
    this.clock = clock;
  }

  /// The addresses named by the site's sitemaps, `most` at most, read at the pace of a walk and as
  /// far as its time goes.
  Uni<List<URI>> pages(URI site, int most, Gait gait) {
    return politeness
        .sitemaps(site)
        .chain(
            files ->
                read(
                    new ArrayDeque<>(files), new ArrayList<>(), most, gait, config.sitemapFiles()));
  }

  private Uni<List<URI>> read(Deque<URI> files, List<URI> found, int most, Gait gait, int left) {
    if (files.isEmpty() || left == 0 || found.size() >= most || gait.isOver(clock.instant())) {
      return Uni.createFrom().item(found);
    }
    EgressRequest request =
        EgressRequest.get(files.remove())
            .header("user-agent", userAgent.full())
            .header("accept", "application/xml,text/xml,text/plain;q=0.8,*/*;q=0.1")
            .within(LIMITS);
    return egress
        .send(request)
        .chain(result -> parsed(result))
        .invoke(sitemap -> collect(sitemap, files, found, most))
        .onFailure()
        .recoverWithNull()
        .onItemOrFailure()
        .transformToUni((_, _) -> gait.rest())
        .chain(() -> read(files, found, most, gait, left - 1));
  }

  private Uni<AbstractSiteMap> parsed(EgressResult result) {
    if (!(result instanceof EgressResult.Answered answer) || answer.status() != 200) {
      return Uni.createFrom().failure(new IOException("no sitemap"));
    }
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx
                    .executeBlocking(() -> parse(answer), false)
                    .onComplete(emitter::complete, emitter::fail));
  }

  private static AbstractSiteMap parse(EgressResult.Answered answer)
      throws UnknownFormatException, MalformedURLException, IOException {
    return new SiteMapParser(false, true)
        .parseSiteMap(answer.body().getBytes(), answer.finalUri().toURL());
  }

  private static void collect(
      AbstractSiteMap sitemap, Deque<URI> files, List<URI> found, int most) {
    if (sitemap instanceof SiteMapIndex index) {
      index.getSitemaps().forEach(file -> files.add(URI.create(file.getUrl().toString())));
    } else if (sitemap instanceof SiteMap map) {
      for (SiteMapURL page : map.getSiteMapUrls()) {
        if (found.size() < most) {
          found.add(URI.create(page.getUrl().toString()));
        }
      }
    }
  }
}
