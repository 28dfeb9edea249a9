package io.competitoriq.gateway.route;

import io.competitoriq.gateway.route.Destination.Forwarded;
import io.competitoriq.gateway.route.Destination.Hook;
import io.competitoriq.gateway.route.Destination.Live;
import io.competitoriq.gateway.route.Destination.Mcp;
import io.competitoriq.gateway.route.Destination.Nothing;
import io.competitoriq.gateway.route.Destination.Own;
import io.competitoriq.gateway.route.Destination.Page;
import io.competitoriq.gateway.route.Destination.Shared;
import io.competitoriq.gateway.route.Destination.Told;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which request belongs where. A pure decision over method and normalized path: everything under
/// `/api` that is not named here does not exist.
final class RouteTable {

  static final String API = "/api/v1/";

  /// Resources of the gateway itself.
  private static final Set<String> OPERATION =
      Set.of(
          "queues",
          "jobs",
          "workers",
          "queue-admins",
          "audit-entries",
          "audit-chain",
          "flags",
          "workspace",
          "api-keys");

  /// People and their accounts, resources of the gateway as well.
  private static final Set<String> PEOPLE =
      Set.of("members", "invitations", "account", "workspace", "first-steps", "demo-data");

  /// What people need who cannot sign in (yet).
  private static final Set<String> BEFORE_SIGN_IN =
      Set.of(
          "invitations/preview",
          "invitations/accept",
          "password-resets",
          "password-resets/complete");

  /// Feeds are known by their address alone: feed readers sign in nowhere.
  private static final Pattern FEED = Pattern.compile("rss/[A-Za-z0-9_-]{43}");

  /// Shared links are known by their token alone as well.
  private static final Pattern SHARED = Pattern.compile("shared/[A-Za-z0-9_-]{43}");

  /// Where browsers go on their way to the identity provider and back, and where it calls itself.
  private static final Set<String> SIGN_IN = Set.of("session/oidc", "session/oidc/callback");

  private static final String BACK_CHANNEL = "session/oidc/back-channel-sign-out";

  private static final String APIFY_HOOK = "provider-hooks/apify";

  private static final Set<String> MCP_METHODS = Set.of("GET", "POST", "DELETE");

  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final String ID = "/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  /// Reads that join several services; their addresses win over the owner's.
  private static final Pattern COMPOSED =
      Pattern.compile(
          "overview|(signals|sources)(" + ID + ")?|competitors" + ID + "/(overview|sources)");

  /// The gateway knows the people whom a comment names.
  private static final Pattern COMMENTS = Pattern.compile("signals" + ID + "/comments");

  /// What the pages of a source say is not known to the service that owns the source.
  private static final Pattern OF_PAGES =
      Pattern.compile("sources" + ID + "/(diff|ignore-rules|verdicts)(/[a-z-]+)?");

  private RouteTable() {}

  static Destination destinationOf(String method, String path) {
    if (path.startsWith(API)) {
      return apiDestination(method, path.substring(API.length()));
    }
    if (path.equals("/mcp")) {
      return MCP_METHODS.contains(method) ? new Mcp() : new Nothing();
    }
    if (path.startsWith("/mcp/")) { // older transports of the protocol
      return new Nothing();
    }
    if (path.equals("/api") || path.startsWith("/api/")) {
      return new Nothing();
    }
    // Quarkus' own pages (dev mode only; in production they are on the management port).
    return path.startsWith("/q/") ? new Own(true) : new Page();
  }

  private static Destination apiDestination(String method, String path) {
    return door(method, path)
        .or(() -> knownByAddress(method, path))
        .or(() -> own(method, path))
        .orElseGet(() -> owned(path));
  }

  /// What needs no session, or opens and ends one.
  private static Optional<Destination> door(String method, String path) {
    if (path.equals("setup")) {
      return Optional.of(new Own(true));
    }
    if (path.equals("session")) {
      return Optional.of(new Own(!READS.contains(method)));
    }
    if (path.equals("sign-in-methods") || SIGN_IN.contains(path)) {
      return only(READS.contains(method), new Own(true));
    }
    if (path.equals(BACK_CHANNEL)) {
      return only(method.equals("POST"), new Told());
    }
    if (path.equals("rum") || BEFORE_SIGN_IN.contains(path)) {
      return only(method.equals("POST"), new Own(true));
    }
    return Optional.empty();
  }

  /// What is for whoever has its address, or its secret.
  private static Optional<Destination> knownByAddress(String method, String path) {
    if (path.equals(APIFY_HOOK)) {
      return only(method.equals("POST"), new Hook(Service.CRAWL, "/" + path));
    }
    if (FEED.matcher(path).matches()) {
      return only(method.equals("GET"), new Hook(Service.ANALYSIS, "/" + path));
    }
    if (SHARED.matcher(path).matches()) {
      return only(method.equals("GET"), new Shared(Service.ANALYSIS, "/" + path));
    }
    return Optional.empty();
  }

  /// What the gateway answers itself to whoever is signed in.
  private static Optional<Destination> own(String method, String path) {
    if (path.equals("events")) {
      return only(method.equals("GET"), new Live());
    }
    String resource = path.split("/", 2)[0];
    boolean own =
        path.equals("session/workspace")
            || OPERATION.contains(resource)
            || PEOPLE.contains(resource)
            || READS.contains(method) && COMPOSED.matcher(path).matches()
            || method.equals("POST") && COMMENTS.matcher(path).matches();
    return own ? Optional.of(new Own(false)) : Optional.empty();
  }

  private static Destination owned(String path) {
    if (OF_PAGES.matcher(path).matches()) {
      return new Forwarded(Service.PROCESS, "/" + path);
    }
    return Service.owning(path.split("/", 2)[0])
        .<Destination>map(service -> new Forwarded(service, "/" + path))
        .orElseGet(Nothing::new);
  }

  private static Optional<Destination> only(boolean served, Destination destination) {
    return Optional.of(served ? destination : new Nothing());
  }
}
