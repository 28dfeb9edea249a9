package io.competitoriq.gateway.oidc;

import static java.util.Objects.requireNonNullElse;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A small OpenID Connect provider with one person, who is always signed in there. It keeps to the
/// protocol: codes are good once and only with their verifier, refresh tokens rotate and are good
/// once, the client proves itself, tokens are signed with real keys.
///
/// `POST /control` changes the person and how it behaves: `{person, enabled, away, deny, flaw,
/// idTokenOnRefresh}`; `POST /control/rotate` changes its key.
final class StandInProvider {

  static final String SECRET = "a-client-secret-for-tests";

  private final Vertx vertx;
  private final StandInTokens tokens = new StandInTokens();
  private final Map<String, JsonObject> codes = new ConcurrentHashMap<>();
  private final Map<String, String> refreshTokens = new ConcurrentHashMap<>();
  private volatile JsonObject state = new JsonObject();
  private volatile String issuer = "";

  StandInProvider(Vertx vertx) {
    this.vertx = vertx;
  }

  /// @return its issuer
  String listen() throws Exception {
    int port =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.body().onSuccess(b -> answer(request, b.toString())))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS)
            .actualPort();
    issuer = "http://127.0.0.1:" + port;
    return issuer;
  }

  private void answer(HttpServerRequest request, String body) {
    String path = String.valueOf(request.path());
    if (path.equals("/control")) {
      state = new JsonObject(body);
      request.response().end();
    } else if (path.equals("/control/rotate")) {
      tokens.rotate();
      request.response().end();
    } else if (path.equals("/control/logout-token")) {
      request
          .response()
          .end(
              tokens.logoutToken(
                  issuer, person().getString("sid"), String.valueOf(request.getParam("aud"))));
    } else if (path.equals("/control/id-token")) {
      request.response().end(tokens.idToken(issuer, person(), "", ""));
    } else if (state.getBoolean("away", false)) {
      request.connection().close();
    } else {
      speak(request, path, body);
    }
  }

  private void speak(HttpServerRequest request, String path, String body) {
    switch (path) {
      case "/.well-known/openid-configuration" -> json(request, 200, metadata().encode());
      case "/keys" -> json(request, 200, tokens.published());
      case "/authorize" -> authorize(request);
      case "/token" -> token(request, form(body));
      case "/userinfo" -> json(request, 200, claims().encode());
      default -> request.response().setStatusCode(404).end();
    }
  }

  private JsonObject person() {
    return state.getJsonObject("person");
  }

  private JsonObject claims() {
    return new JsonObject()
        .put("sub", person().getString("sub"))
        .put("name", person().getString("name"))
        .put("roles", person().getJsonArray("roles"));
  }

  private JsonObject metadata() {
    return new JsonObject()
        .put("issuer", issuer)
        .put("authorization_endpoint", issuer + "/authorize")
        .put("token_endpoint", issuer + "/token")
        .put("userinfo_endpoint", issuer + "/userinfo")
        .put("end_session_endpoint", issuer + "/logout")
        .put("jwks_uri", issuer + "/keys")
        .put("response_types_supported", new JsonArray().add("code"))
        .put("subject_types_supported", new JsonArray().add("public"))
        .put("id_token_signing_alg_values_supported", new JsonArray().add("RS256"));
  }

  private void authorize(HttpServerRequest request) {
    String answer;
    if (state.getBoolean("deny", false)) {
      answer = "error=access_denied";
    } else {
      String code = UUID.randomUUID().toString();
      var asked = new JsonObject();
      request.params().forEach(asked::put);
      codes.put(code, asked);
      answer = "code=" + code;
    }
    String back =
        request.getParam("redirect_uri")
            + "?"
            + answer
            + "&state="
            + URLEncoder.encode(request.getParam("state"), StandardCharsets.UTF_8)
            + "&iss="
            + URLEncoder.encode(issuer, StandardCharsets.UTF_8);
    request.response().setStatusCode(302).putHeader("Location", back).end();
  }

  private void token(HttpServerRequest request, Map<String, String> form) {
    String proof =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (StandInTokens.CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    if (!proof.equals(request.getHeader("Authorization"))) {
      json(request, 401, "{\"error\":\"invalid_client\"}");
    } else if (form.containsKey("refresh_token")) {
      String sub = refreshTokens.remove(form.get("refresh_token"));
      boolean good = person().getString("sub").equals(sub) && state.getBoolean("enabled", true);
      give(request, good, "", !state.getBoolean("idTokenOnRefresh", true));
    } else {
      JsonObject none = new JsonObject();
      JsonObject asked =
          requireNonNullElse(codes.remove(requireNonNullElse(form.get("code"), "")), none);
      boolean good = asked != none && isProven(asked, form);
      give(request, good, asked.getString("nonce", ""), false);
    }
  }

  private static boolean isProven(JsonObject asked, Map<String, String> form) {
    var challenge =
        CodeChallenge.compute(
            CodeChallengeMethod.S256, new CodeVerifier(form.get("code_verifier")));
    return "S256".equals(asked.getString("code_challenge_method"))
        && challenge.getValue().equals(asked.getString("code_challenge"))
        && asked.getString("redirect_uri").equals(form.get("redirect_uri"));
  }

  private void give(HttpServerRequest request, boolean good, String nonce, boolean withoutId) {
    if (!good) {
      json(request, 400, "{\"error\":\"invalid_grant\",\"error_description\":\"no longer\"}");
      return;
    }
    String refresh = UUID.randomUUID().toString();
    refreshTokens.put(refresh, person().getString("sub"));
    var answer =
        new JsonObject()
            .put("token_type", "Bearer")
            .put("access_token", UUID.randomUUID().toString())
            .put("expires_in", 300)
            .put("refresh_token", refresh);
    if (!withoutId) {
      answer.put("id_token", tokens.idToken(issuer, person(), nonce, state.getString("flaw", "")));
    }
    json(request, 200, answer.encode());
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new ConcurrentHashMap<>();
    for (String pair : body.split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  private static void json(HttpServerRequest request, int status, String body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(body);
  }
}
