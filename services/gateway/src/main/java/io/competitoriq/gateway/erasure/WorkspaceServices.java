package io.competitoriq.gateway.erasure;

import static java.util.Objects.requireNonNull;

import io.competitoriq.gateway.route.RouteConfig;
import io.competitoriq.gateway.route.Service;
import io.competitoriq.tenancy.Role;
import io.competitoriq.tenancy.ServiceTokens;
import io.competitoriq.tenancy.WorkspaceRows;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The services as whoever erases or takes along a workspace sees them. A call that fails is made
/// again by the next look of whoever made it, so none is repeated here.
@ApplicationScoped
public class WorkspaceServices {

  private static final long CONNECT_SECONDS = 2;

  /// The last call of a large workspace deletes what refers to each other at once.
  private static final long ANSWER_SECONDS = 60;

  private final Map<Service, WorkspaceClient> clients = new EnumMap<>(Service.class);
  private final ServiceTokens tokens;

  WorkspaceServices(RouteConfig config, ServiceTokens tokens) {
    this.tokens = tokens;
    for (Service service : Service.values()) {
      clients.put(service, client(address(config.services(), service)));
    }
  }

  /// The kinds of which a service has something to take along.
  public Uni<List<String>> kinds(Service service, UUID workspaceId) {
    return of(service).kinds(bearer(workspaceId));
  }

  /// Some rows of a kind.
  public Uni<WorkspaceRows.Lines> page(
      Service service, UUID workspaceId, String kind, @Nullable UUID after) {
    return of(service).page(bearer(workspaceId), kind, after);
  }

  /// @return how many rows the service has forgotten just now; 0: it has none
  Uni<Long> forget(Service service, UUID workspaceId) {
    return of(service).forget(bearer(workspaceId)).map(WorkspaceRows.Forgotten::rows);
  }

  /// Tells those who would go on by themselves, or show something to strangers.
  public Uni<Void> close(UUID workspaceId) {
    String bearer = bearer(workspaceId);
    return of(Service.COMPETITORS).close(bearer).chain(() -> of(Service.ANALYSIS).close(bearer));
  }

  Uni<Void> open(UUID workspaceId) {
    String bearer = bearer(workspaceId);
    return of(Service.COMPETITORS).open(bearer).chain(() -> of(Service.ANALYSIS).open(bearer));
  }

  /// Only analysis keeps names and addresses.
  Uni<Void> forgetPerson(UUID workspaceId, UUID memberId, String email) {
    return of(Service.ANALYSIS)
        .forgetPerson(bearer(workspaceId), new WorkspaceClient.FormerMember(memberId, email));
  }

  private WorkspaceClient of(Service service) {
    return requireNonNull(clients.get(service));
  }

  /// In nobody's name: whoever asked may be gone.
  private String bearer(UUID workspaceId) {
    return "Bearer "
        + tokens.issue(workspaceId, new UUID(0, 0), Role.OWNER, Optional.of("gateway:lifecycle"));
  }

  private static WorkspaceClient client(URI address) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(address)
        .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
        .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .build(WorkspaceClient.class);
  }

  private static URI address(RouteConfig.Services services, Service service) {
    return switch (service) {
      case COMPETITORS -> services.competitors();
      case CRAWL -> services.crawl();
      case PROCESS -> services.process();
      case ANALYSIS -> services.analysis();
    };
  }
}
