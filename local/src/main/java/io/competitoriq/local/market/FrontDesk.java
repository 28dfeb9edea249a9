package io.competitoriq.local.market;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Finds the site by the host a visitor asks for and answers with its page.
final class FrontDesk implements HttpHandler {

  private static final String SUFFIX = ".localhost";
  private static final String OPERATOR = "market";
  private static final int CREDITS = 10_000;
  private static final int SEARCHES_AN_HOUR = 2_000;
  private static final BigDecimal MONTH_USD = BigDecimal.valueOf(49);

  private final MarketState state;
  private final OperatorApi operator;
  private final Map<String, StandIn> standIns;
  private final Clock clock;
  private final Supplier<RandomGenerator> random;

  /// @param random a source of noise for one response
  FrontDesk(MarketState state, Clock clock, Supplier<RandomGenerator> random) {
    this.state = state;
    this.operator = new OperatorApi(state);
    this.standIns =
        Map.of(
            "searchapi" + SUFFIX,
            new SearchApiStandIn(state, clock, CREDITS, SEARCHES_AN_HOUR),
            "apify" + SUFFIX,
            new ApifyStandIn(state, clock, random, MONTH_USD));
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange;
        InputStream body = exchange.getRequestBody()) {
      String host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
      String name = host.replaceFirst(":\\d+$", "");
      String method = exchange.getRequestMethod();
      if (name.equals(OPERATOR + SUFFIX)) {
        send(exchange, operator.answer(method, exchange.getRequestURI().getPath()));
        return;
      }
      StandIn standIn = standIns.get(name);
      if (standIn != null) {
        send(exchange, standIn.answer(StandIn.Call.of(exchange, body)));
        return;
      }
      Optional<Company> company =
          name.endsWith(SUFFIX)
              ? state.company(name.substring(0, name.length() - SUFFIX.length()))
              : Optional.empty();
      if (company.isEmpty()) {
        send(exchange, directory(host));
      } else if (method.equals("GET") || method.equals("HEAD")) {
        visit(exchange, company.get(), host);
      } else {
        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
      }
    }
  }

  private void visit(HttpExchange exchange, Company company, String host) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.length() > 1 && path.endsWith("/")) {
      exchange.getResponseHeaders().set("Location", path.substring(0, path.length() - 1));
      exchange.sendResponseHeaders(301, -1);
      return;
    }
    Noise noise = new Noise(random.get(), clock.instant());
    Page page = Site.page(new View(company, noise, "http://" + host), path);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Server", company.id() + "-edge");
    if (page.isStatic()) {
      String tag = tag(page.body());
      headers.set("ETag", tag);
      headers.set("Last-Modified", httpDate());
      headers.set("Cache-Control", "public, max-age=60");
      if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
    } else {
      headers.set("Cache-Control", "no-cache, private");
      headers.add("Set-Cookie", "sid=" + noise.id(16) + "; Path=/; HttpOnly; SameSite=Lax");
      headers.set("X-Request-Id", noise.id(8));
    }
    send(exchange, page);
  }

  /// Static pages are as old as the market.
  private String httpDate() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        state.journal().epoch().atZone(ZoneOffset.UTC));
  }

  private static String tag(String body) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return "\"" + HexFormat.of().formatHex(hash, 0, 8) + "\"";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// Whoever comes by address instead of name finds the way from here.
  private Page directory(String host) {
    String port = host.contains(":") ? host.substring(host.lastIndexOf(':')) : "";
    return Page.html(
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Demo market</title></head>
        <body><h1>Demo market</h1><p>Fictional companies whose sites change by a script.</p>
        <ul>
        %s
        <li><a href="http://market.localhost%s/steps">The script</a></li>
        </ul>
        <p>Stand-ins of Apify and SearchAPI.io answer at apify.localhost and searchapi.localhost.</p></body></html>
        """
            .formatted(
                Html.each(
                    state.companies(),
                    company ->
                        "<li><a href=\"http://%s.localhost%s/\">%s</a>, %s</li>"
                            .formatted(company.id(), port, company.name(), company.description())),
                port));
  }

  private static void send(HttpExchange exchange, StandIn.Reply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    String type = "application/json; charset=utf-8";
    send(exchange, new Page(reply.status(), type, reply.body().toString(), false));
  }

  private static void send(HttpExchange exchange, Page page) throws IOException {
    byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", page.contentType());
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      exchange.sendResponseHeaders(page.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(page.status(), body.length);
    exchange.getResponseBody().write(body);
  }
}
