package io.competitoriq.gateway.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import io.competitoriq.seal.SealBroken;
import io.competitoriq.seal.Seals;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The cookie in which a browser carries its [SignInAttempt]: sealed, so that the browser neither
/// reads nor makes one, and the gateways need to remember nothing. One per attempt, so that tabs do
/// not disturb each other.
@ApplicationScoped
class AttemptCookie {

  private static final String PREFIX = "ciq_oidc_";
  private static final String PATH = "/api/v1/session/oidc";
  private static final String PURPOSE = "oidc-sign-in-attempt";
  private static final Pattern STATE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int NAME_CHARACTERS = 12;

  private final Seals seals;
  private final Clock clock;

  AttemptCookie(Seals seals, Clock clock) {
    this.seals = seals;
    this.clock = clock;
  }

  /// The `Set-Cookie` value that begins the attempt.
  String begin(SignInAttempt attempt, boolean secure) {
    var sealed = seals.seal(attempt.toText(), PURPOSE);
    String value = sealed.keyId() + "." + base64(sealed.bytes());
    return cookie(attempt.state(), value, SignInAttempt.LIFETIME.toSeconds(), secure);
  }

  /// The `Set-Cookie` value that ends it, however it went: an attempt is good once.
  String end(SignInAttempt attempt, boolean secure) {
    return cookie(attempt.state(), "", 0, secure);
  }

  /// The attempt this browser began with that state; empty when it began none, or too long ago.
  Optional<SignInAttempt> read(HttpServerRequest request, @Nullable String answered) {
    if (answered == null || !STATE.matcher(answered).matches()) {
      return Optional.empty();
    }
    var state = new State(answered);
    return Optional.ofNullable(request.getCookie(name(state)))
        .flatMap(cookie -> open(cookie.getValue()))
        .filter(attempt -> attempt.state().equals(state))
        .filter(attempt -> attempt.expiresAt().isAfter(clock.instant()));
  }

  private Optional<SignInAttempt> open(String value) {
    int dot = value.lastIndexOf('.');
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(value.substring(dot + 1));
      return dot < 1
          ? Optional.empty()
          : SignInAttempt.parse(
              seals.open(new Seals.Sealed(value.substring(0, dot), bytes), PURPOSE));
    } catch (IllegalArgumentException | SealBroken foreign) {
      return Optional.empty();
    }
  }

  private static String cookie(State state, String value, long seconds, boolean secure) {
    return Cookie.cookie(name(state), value)
        .setPath(PATH)
        .setHttpOnly(true)
        // The way back is a navigation from the provider's site: Strict would leave it behind.
        .setSameSite(CookieSameSite.LAX)
        .setSecure(secure)
        .setMaxAge(seconds)
        .encode();
  }

  private static String name(State state) {
    return PREFIX + state.getValue().substring(0, NAME_CHARACTERS);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
