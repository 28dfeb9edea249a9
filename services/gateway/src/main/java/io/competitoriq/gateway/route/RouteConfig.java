package io.competitoriq.gateway.route;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;

/// Where the services are and how long the gateway waits for them.
@ConfigMapping(prefix = "ciq.gateway")
public interface RouteConfig {

  Services services();

  Route route();

  /// Base addresses of the services.
  interface Services {
    URI competitors();

    URI crawl();

    URI process();

    URI analysis();
  }

  /// Limits of one forwarded request.
  interface Route {
    /// Longest request body, bytes; more is 413.
    @WithDefault("1048576")
    @Min(1)
    @Max(8388608)
    int bodyLimit();

    /// The same where tables of other systems are imported.
    @WithDefault("5242880")
    @Min(1)
    @Max(8388608)
    int importLimit();

    /// Longest address with its query, bytes; more is 414.
    @WithDefault("8192")
    @Min(256)
    @Max(16384)
    int addressLimit();

    /// All request headers together, bytes; more is 431.
    @WithDefault("16384")
    @Min(1024)
    @Max(32768)
    int headerLimit();

    /// Longest wait for the whole of a body; more is 408.
    @WithDefault("PT15S")
    Duration bodyTimeout();

    /// Longest wait for a connection.
    @WithDefault("PT1S")
    Duration connectTimeout();

    /// Longest silence of a service; more is 504.
    @WithDefault("PT5S")
    Duration responseTimeout();

    /// The same while it works through a list of up to 10,000 lines; shorter than the lease of an
    /// `Idempotency-Key`.
    @WithDefault("PT50S")
    Duration importTimeout();

    /// Connections to one service.
    @WithDefault("64")
    @Min(1)
    int maxConnections();

    /// Requests that wait for the head of one service's answer at the same time; more is 503 at
    /// once.
    @WithDefault("128")
    @Min(1)
    int maxWaiting();

    /// What a client is told to wait when a service is away.
    @WithDefault("PT5S")
    Duration retryAfter();

    /// Of this many requests in a row to one service ...
    @WithDefault("10")
    @Min(1)
    int breakerWindow();

    /// ... half failing to get any answer stops asking it for this long.
    @WithDefault("PT2S")
    Duration breakerPause();
  }

  /// The base address of one service.
  default URI addressOf(Service service) {
    return switch (service) {
      case COMPETITORS -> services().competitors();
      case CRAWL -> services().crawl();
      case PROCESS -> services().process();
      case ANALYSIS -> services().analysis();
    };
  }
}
