package io.competitoriq.gateway.session;

import io.competitoriq.gateway.audit.Origin;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// What a request shows of its sender before anybody knows who it is, and the cookie it gets.
///
/// @param token what its session cookie holds, empty when there is none that could be ours
/// @param secure whether the browser reaches us over https
public record Visitor(Origin origin, Optional<SessionToken> token, boolean secure) {

  /// Never readable by scripts, sent to this host only, on navigation from elsewhere but not with
  /// another site's requests.
  public static final String COOKIE = "ciq_session";

  public static Visitor of(HttpServerRequest request, URI publicUrl) {
    Cookie cookie = request.getCookie(COOKIE);
    return new Visitor(
        new Origin(
            request.remoteAddress().hostAddress(), request.getHeader(HttpHeaders.USER_AGENT)),
        SessionToken.parse(cookie == null ? null : cookie.getValue()),
        request.isSSL()
            || "https".equals(request.scheme())
            || "https".equalsIgnoreCase(publicUrl.getScheme()));
  }

  /// The `Set-Cookie` value that signs the browser in.
  public String cookieOf(SessionToken token, Duration lifetime) {
    return cookie(token.value(), lifetime.toSeconds());
  }

  /// The `Set-Cookie` value that makes the browser forget.
  public String expiredCookie() {
    return cookie("", 0);
  }

  private String cookie(String value, long seconds) {
    return Cookie.cookie(COOKIE, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX)
        .setSecure(secure)
        .setMaxAge(seconds)
        .encode();
  }
}
