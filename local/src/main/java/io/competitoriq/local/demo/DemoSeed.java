package io.competitoriq.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.local.LocalConfig;
import io.competitoriq.local.Progress;
import io.competitoriq.local.Refusal;
import io.competitoriq.local.Service;
import io.competitoriq.local.stack.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Sets the demo workspace up on its first start: an account, then discovery and tracking of the
/// market's three companies, one of them through data providers too, and a digest. Later starts
/// find everything and change nothing.
public final class DemoSeed {

  static final String EMAIL = "demo@competitoriq.local";
  private static final List<String> COMPANIES = List.of("brightdesk", "helpnest", "ticketly");
  private static final String INTERVAL = "PT15S";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final LocalConfig config;
  private final Progress progress;

  public DemoSeed(LocalConfig config, Progress progress) {
    this.config = config;
    this.progress = progress;
  }

  /// Never ends the demo: what could not be set up is said, and the person may do it by hand.
  public void plant() {
    String password = Secrets.keep(config.home().resolve("demo.password"), 15);
    try (GatewayClient gateway = new GatewayClient(config.ports().url(Service.GATEWAY))) {
      signIn(gateway, password);
      boolean tracked = false;
      for (String company : COMPANIES) {
        tracked |= track(gateway, company);
      }
      if (tracked) {
        waitForFirstReading(gateway);
        new DemoCard(gateway, progress).plant();
        DemoDigest.plant(gateway);
      }
    } catch (Refusal refused) {
      progress.say("the demo workspace could not be set up: " + refused.getMessage());
    }
    progress.plain("");
    progress.plain("  Sign in as %s with the password %s".formatted(EMAIL, password));
  }

  private void signIn(GatewayClient gateway, String password) {
    if (gateway.get("/setup").path("needed").asBoolean()) {
      gateway.post(
          "/setup",
          Map.of(
              "workspaceName",
              "Demo workspace",
              "name",
              "Demo",
              "email",
              EMAIL,
              "password",
              password));
      progress.say("demo workspace is set up");
    } else {
      gateway.post("/session", Map.of("email", EMAIL, "password", password));
    }
  }

  /// Whether the company was not known before.
  private boolean track(GatewayClient gateway, String company) {
    String host = company + ".localhost";
    for (JsonNode known : gateway.get("/competitors?limit=200").path("items")) {
      if (known.path("url").asText().contains(host)) {
        return false;
      }
    }
    String url = "http://%s:%d/".formatted(host, config.ports().market());
    String discovery = gateway.post("/discoveries", Map.of("url", url)).path("id").asText();
    JsonNode found = discovered(gateway, discovery, url);
    List<Map<String, Object>> sources = new ArrayList<>();
    for (JsonNode suggestion : found.path("suggestions")) {
      if (suggestion.path("recommended").asBoolean()) {
        sources.add(source(suggestion));
      }
    }
    JsonNode competitor =
        gateway.post(
            "/competitors", Map.of("url", url, "discoveryId", discovery, "sources", sources));
    progress.say(
        "tracking %s, %d sources".formatted(competitor.path("name").asText(), sources.size()));
    if (company.equals(PaidSources.COMPANY)) {
      new PaidSources(gateway, progress).plant(competitor);
    }
    return true;
  }

  private static Map<String, Object> source(JsonNode suggestion) {
    return Map.of(
        "suggestionId", suggestion.path("id").asText(),
        "schedule", Map.of("interval", INTERVAL, "jitter", "PT2S"));
  }

  private static JsonNode discovered(GatewayClient gateway, String id, String url) {
    JsonNode[] last = new JsonNode[1];
    boolean ended =
        await(
            () -> {
              last[0] = gateway.get("/discoveries/" + id);
              return !last[0].path("state").asText().equals("RUNNING");
            });
    if (!ended || !last[0].path("state").asText().equals("DONE")) {
      throw new Refusal("discovery of %s did not end well: %s".formatted(url, last[0]));
    }
    return last[0];
  }

  /// The market changes only after each page has been read once, or its first change would be
  /// missed.
  private void waitForFirstReading(GatewayClient gateway) {
    int sources = gateway.get("/sources?limit=200").path("items").size();
    boolean read =
        await(
            () -> {
              Set<String> known = new HashSet<>();
              for (JsonNode document : gateway.get("/documents?limit=200").path("items")) {
                known.add(document.path("sourceId").asText());
              }
              return known.size() >= sources;
            });
    progress.say(read ? "every page has been read once" : "some pages are still to be read");
  }

  private static boolean await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      if (condition.getAsBoolean()) {
        return true;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(300);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new Refusal("interrupted", interrupted);
      }
    }
    return false;
  }
}
