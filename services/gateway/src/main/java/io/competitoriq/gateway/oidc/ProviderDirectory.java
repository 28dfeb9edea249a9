package io.competitoriq.gateway.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// What the provider publishes about itself (OpenID Connect Discovery) and the keys it signs with,
/// read when they are needed and kept for a while.
@ApplicationScoped
class ProviderDirectory {

  /// A key that was withdrawn is trusted no longer than this.
  static final Duration KEPT = Duration.ofMinutes(10);

  /// Tokens naming unknown keys make us look for new ones this often at most.
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final ProviderCalls calls;
  private final OidcSettings settings;
  private final Clock clock;
  private final AtomicReference<Optional<Entry>> kept = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Instant> lookedAt = new AtomicReference<>(Instant.EPOCH);

  ProviderDirectory(ProviderCalls calls, OidcSettings settings, Clock clock) {
    this.calls = calls;
    this.settings = settings;
    this.clock = clock;
  }

  /// What is known of the provider.
  record Entry(OIDCProviderMetadata metadata, JWKSet keys, Instant readAt) {}

  /// Read within `age`, or now. Fails with [ProviderAway].
  Uni<Entry> entry(Duration age) {
    return kept.get()
        .filter(entry -> entry.readAt().isAfter(clock.instant().minus(age)))
        .map(entry -> Uni.createFrom().item(entry))
        .orElseGet(this::read);
  }

  /// The same with the keys there are now, unless somebody has just looked.
  Uni<Entry> withNewKeys() {
    Instant now = clock.instant();
    Instant last = lookedAt.get();
    boolean mine = last.isBefore(now.minus(BETWEEN_LOOKS)) && lookedAt.compareAndSet(last, now);
    return mine ? read() : entry(KEPT);
  }

  /// Its addresses are read anew before it is asked again: after it was away they may be others.
  void forget() {
    kept.set(Optional.empty());
  }

  private Uni<Entry> read() {
    return fetch(metadataUri())
        .map(this::metadata)
        .chain(
            metadata ->
                fetch(metadata.getJWKSetURI())
                    .map(answer -> new Entry(metadata, keys(answer), clock.instant())))
        .invoke(entry -> kept.set(Optional.of(entry)));
  }

  private URI metadataUri() {
    String issuer = settings.issuer().getValue();
    return URI.create(
        (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer)
            + "/.well-known/openid-configuration");
  }

  private Uni<HTTPResponse> fetch(URI uri) {
    return calls
        .send(new HTTPRequest(HTTPRequest.Method.GET, uri))
        .invoke(
            answer -> {
              if (!answer.indicatesSuccess()) {
                throw new ProviderAway("%s: status %d".formatted(uri, answer.getStatusCode()));
              }
            });
  }

  private OIDCProviderMetadata metadata(HTTPResponse answer) {
    try {
      var metadata = OIDCProviderMetadata.parse(answer.getBody());
      if (!metadata.getIssuer().equals(settings.issuer())) {
        throw new ProviderAway(
            "%s calls itself %s".formatted(settings.issuer(), metadata.getIssuer()));
      }
      return metadata;
    } catch (ParseException unreadable) {
      throw new ProviderAway("%s: %s".formatted(metadataUri(), unreadable.getMessage()));
    }
  }

  private static JWKSet keys(HTTPResponse answer) {
    try {
      return JWKSet.parse(answer.getBody());
    } catch (java.text.ParseException unreadable) {
      throw new ProviderAway("the provider's keys: " + unreadable.getMessage());
    }
  }
}
