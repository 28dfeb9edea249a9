package io.competitoriq.gateway.spa;

import io.competitoriq.gateway.problem.ProblemWriter;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// The web application: its files as they were built, its page with a nonce of this answer's own.
/// Every address that is no file is the page's, which shows what belongs there.
@ApplicationScoped
public class WebApplication {

  static final String NONCE_MARK = "__CSP_NONCE__";

  private static final String PAGE = "/index.html";
  private static final int NONCE_BYTES = 18;
  private static final String NOT_BUILT =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>CompetitorIQ</title>
      <style nonce="__CSP_NONCE__">body{font:16px/1.5 sans-serif;max-width:40em;margin:4em auto;padding:0 1em}</style>
      </head>
      <body>
      <h1>The web application has not been built</h1>
      <p>The API is up and answers under <code>/api/v1</code>; only the pages are missing in this build.</p>
      <p>Run <code>npm ci &amp;&amp; npm run build</code> in the folder <code>web</code>, then build the gateway
      again, or start everything with <code>./ciq up</code>, which does both.</p>
      </body>
      </html>
      """;

  private final SecureRandom random = new SecureRandom();
  private final WebFiles files;
  private final ProblemWriter problems;

  WebApplication(WebFiles files, ProblemWriter problems) {
    this.files = files;
    this.problems = problems;
  }

  /// Answers a request that is not the API's.
  public void serve(RoutingContext request) {
    HttpMethod method = request.request().method();
    if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
      problems.write(
          request,
          new ProblemException(
              405, "method-not-allowed", "This address does not take that method."));
      return;
    }
    String path = request.normalizedPath();
    if (isFile(path)) {
      files
          .find(path)
          .onSuccess(file -> answer(request, path, file))
          .onFailure(failure -> problems.write(request, failure));
    } else {
      files
          .text(PAGE)
          .onSuccess(page -> answer(request, page))
          .onFailure(failure -> problems.write(request, failure));
    }
  }

  private static boolean isFile(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !path.equals(PAGE) && (path.startsWith("/assets/") || WebFile.typeOf(name).isPresent());
  }

  private void answer(RoutingContext request, String path, Optional<WebFile> found) {
    if (found.isEmpty()) {
      problems.write(request, Problems.notFound("not-found", "There is nothing at this address."));
      return;
    }
    WebFile file = found.get();
    HttpServerResponse response = request.response();
    response.putHeader(HttpHeaders.CACHE_CONTROL, PageHeaders.cacheControl(path));
    response.putHeader(HttpHeaders.ETAG, file.etag());
    response.putHeader(HttpHeaders.VARY, "Accept-Encoding");
    response.putHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
    if (file.etag().equals(request.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
      return;
    }
    String encoding = file.encodingFor(request.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
    if (!encoding.equals(WebFile.IDENTITY)) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, encoding);
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, file.contentType());
    send(request, file.encodings().getOrDefault(encoding, Buffer.buffer()));
  }

  private void answer(RoutingContext request, Optional<String> page) {
    String nonce = nonce();
    HttpServerResponse response = request.response();
    response.setStatusCode(page.isPresent() ? 200 : 503);
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
    response.putHeader("Content-Security-Policy", PageHeaders.contentSecurityPolicy(nonce));
    send(request, Buffer.buffer(page.orElse(NOT_BUILT).replace(NONCE_MARK, nonce)));
  }

  private static void send(RoutingContext request, Buffer body) {
    HttpServerResponse response = request.response();
    if (request.request().method() == HttpMethod.HEAD) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
      response.end();
    } else {
      response.end(body);
    }
  }

  private String nonce() {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    return Base64.getEncoder().encodeToString(nonce);
  }
}
