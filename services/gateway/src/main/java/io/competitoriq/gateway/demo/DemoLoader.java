package io.competitoriq.gateway.demo;

import io.competitoriq.gateway.erasure.WorkspaceServices;
import io.competitoriq.gateway.route.RouteConfig;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.ServiceTokens;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Hands the companies to the services, which read their pages as they read any other. Each step
/// may be done again: ids follow from the workspace, and what is there already stays as it is.
@ApplicationScoped
class DemoLoader {

  private static final long CONNECT_SECONDS = 2;
  private static final long ANSWER_SECONDS = 20;

  private final DemoMarket market;
  private final WorkspaceServices services;
  private final ServiceTokens tokens;
  private final Clock clock;
  private final DemoClient competitors;
  private final DemoClient crawl;
  private final DemoClient analysis;

  DemoLoader(
      DemoMarket market,
      WorkspaceServices services,
      ServiceTokens tokens,
      RouteConfig config,
      Clock clock) {
    this.market = market;
    this.services = services;
    this.tokens = tokens;
    this.clock = clock;
    this.competitors = client(config.services().competitors());
    this.crawl = client(config.services().crawl());
    this.analysis = client(config.services().analysis());
  }

  /// Fails when a service does not answer. First nothing may be visited, told outside or paid for;
  /// then the companies come.
  Uni<Void> load(UUID workspaceId) {
    Story story = story(workspaceId);
    String bearer = bearer(workspaceId);
    return services
        .close(workspaceId)
        .chain(() -> analysis.models(bearer, new DemoClient.Switch(false)))
        .chain(() -> competitors.competitors(bearer, story.competitors))
        .chain(() -> crawl.pages(bearer, story.pages));
  }

  /// All that is handed over.
  private record Story(List<DemoClient.Competitor> competitors, List<DemoClient.PastPage> pages) {}

  private Story story(UUID workspaceId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<DemoClient.Competitor> known = new ArrayList<>();
    List<DemoClient.PastPage> pages = new ArrayList<>();
    for (DemoCompany company : market.companies()) {
      UUID competitorId = id(workspaceId, company.url());
      List<DemoClient.Source> sources = new ArrayList<>();
      for (DemoCompany.Page page : company.pages()) {
        URI url = company.url().resolve(page.path());
        UUID sourceId = id(workspaceId, company.url().resolve("#" + page.path()));
        List<PageHistory.Version> versions = PageHistory.of(page, now);
        sources.add(source(page, sourceId, url, versions.getLast().at()));
        pages.add(
            new DemoClient.PastPage(
                competitorId,
                sourceId,
                url,
                page.kind(),
                versions.stream()
                    .map(each -> new DemoClient.PastVersion(each.at(), each.html()))
                    .toList()));
      }
      known.add(competitor(company, competitorId, sources, now));
    }
    return new Story(known, pages);
  }

  private static DemoClient.Source source(
      DemoCompany.Page page, UUID id, URI url, Instant lastVisitAt) {
    return new DemoClient.Source(
        id, page.kind(), url, page.title(), Duration.parse(page.every()).toMillis(), lastVisitAt);
  }

  private static DemoClient.Competitor competitor(
      DemoCompany company, UUID id, List<DemoClient.Source> sources, Instant now) {
    double first = company.pages().stream().mapToDouble(DemoCompany.Page::daysAgo).max().orElse(0);
    return new DemoClient.Competitor(
        id,
        company.name(),
        company.url(),
        company.description(),
        company.tags(),
        PageHistory.before(now, first),
        sources);
  }

  private static UUID id(UUID workspaceId, URI what) {
    return UUID.nameUUIDFromBytes((workspaceId + " " + what).getBytes(StandardCharsets.UTF_8));
  }

  /// In nobody's name: no person did any of it.
  private String bearer(UUID workspaceId) {
    return "Bearer "
        + tokens.issue(workspaceId, new UUID(0, 0), Role.OWNER, Optional.of("gateway:demo"));
  }

  private static DemoClient client(URI address) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(address)
        .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
        .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .build(DemoClient.class);
  }
}
