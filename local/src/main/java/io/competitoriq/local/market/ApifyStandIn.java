package io.competitoriq.local.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Apify's API v2: its envelopes, error types, long polls and paging headers. An account whose
/// month is used up is answered 402. The bill begins anew when the market is opened again.
final class ApifyStandIn implements StandIn {

  private static final Pattern PATH =
      Pattern.compile(
          "/v2/(?:(?<me>users/me)(?<usage>/usage/monthly)?|act(?:or)?s/(?<actor>[^/]+)/runs"
              + "|actor-runs/(?<run>[^/]+)(?<abort>/abort)?|datasets/d(?<dataset>[^/]+)/items"
              + "|key-value-stores/k(?<store>[^/]+)/records/INPUT)");
  private static final BigDecimal A_START = new BigDecimal("0.005");
  private static final BigDecimal A_POST = new BigDecimal("0.002");
  private static final int LONGEST_WAIT_SECS = 60;

  private final MarketState state;
  private final Clock clock;
  private final Supplier<RandomGenerator> random;
  private final ActorRuns runs;

  /// @param monthUsd what the account may spend
  ApifyStandIn(
      MarketState state, Clock clock, Supplier<RandomGenerator> random, BigDecimal monthUsd) {
    this.state = state;
    this.clock = clock;
    this.random = random;
    this.runs = new ActorRuns(monthUsd, clock.instant());
  }

  @Override
  public Reply answer(Call call) {
    Matcher path = PATH.matcher(call.path());
    if (!path.matches()) {
      return refusal(404, "page-not-found", "There is no API endpoint at this URL.");
    }
    String token = call.key("token");
    if (token == null) {
      return refusal(401, "token-not-provided", "Authentication token was not provided.");
    }
    if (!token.equals(DemoKeys.APIFY)) {
      return refusal(
          401,
          "user-or-token-not-found",
          "User was not found or authentication token is not valid."
              + " This is the demo market, not Apify.");
    }
    try {
      return route(call, path);
    } catch (NumberFormatException wrong) {
      return refusal(400, "invalid-request", "Not a number: " + wrong.getMessage());
    }
  }

  private Reply route(Call call, Matcher path) {
    boolean post = call.method().equals("POST");
    if (path.group("me") != null) {
      return path.group("usage") == null ? me() : usage();
    }
    if (path.group("actor") != null) {
      return post ? start(call, path.group("actor")) : lastRuns(call, path.group("actor"));
    }
    if (path.group("run") != null) {
      return path.group("abort") == null ? poll(call, path.group("run")) : abort(path.group("run"));
    }
    return path.group("dataset") == null
        ? runs.find(path.group("store")).map(ApifyStandIn::input).orElseGet(() -> missing("Record"))
        : runs.find(path.group("dataset"))
            .map(run -> items(call, run))
            .orElseGet(() -> missing("Dataset"));
  }

  private static Reply me() {
    ObjectNode me = StandIn.object().put("id", "demoMarketUser01").put("username", "demo-market");
    me.putObject("plan").put("id", "STARTER");
    return data(200, me);
  }

  private Reply usage() {
    BigDecimal billed = runs.billedUsd();
    return data(
        200,
        StandIn.object()
            .put("totalUsageCreditsUsdBeforeVolumeDiscount", billed)
            .put("totalUsageCreditsUsdAfterVolumeDiscount", billed));
  }

  private Reply start(Call call, String actor) {
    if (!actor.equals(FacebookPosts.ACTOR)) {
      return refusal(
          404,
          "record-not-found",
          "Actor was not found. The demo market has one: " + FacebookPosts.ACTOR.replace('~', '/'));
    }
    JsonNode input = json(call.body());
    if (input == null || !FacebookPosts.understands(input)) {
      return refusal(400, "invalid-input", "Input is not valid: Field input.startUrls is required");
    }
    int most = Math.min(call.number("maxItems", Integer.MAX_VALUE), affordable(call));
    ArrayNode found = FacebookPosts.of(input, most, state, random.get());
    BigDecimal usd = A_START.add(A_POST.multiply(BigDecimal.valueOf(found.size())));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return runs.begin(id -> new ActorRun(id, actor, call.body(), found, usd, now, null), usd)
        .map(
            run ->
                new Reply(
                    201,
                    Map.of("Location", "/v2/actor-runs/" + run.id()),
                    StandIn.object().set("data", run.told(now))))
        .orElseGet(
            () ->
                refusal(
                    402,
                    "not-enough-usage-to-run-paid-actor",
                    "By launching this job you will exceed your remaining usage."));
  }

  /// How many posts fit into the most a run may cost.
  private static int affordable(Call call) {
    String most = call.parameters().get("maxTotalChargeUsd");
    return most == null
        ? Integer.MAX_VALUE
        : new BigDecimal(most)
            .subtract(A_START)
            .divide(A_POST, 0, RoundingMode.DOWN)
            .max(BigDecimal.ZERO)
            .min(BigDecimal.valueOf(Integer.MAX_VALUE))
            .intValue();
  }

  private Reply lastRuns(Call call, String actor) {
    ArrayNode last = Script.JSON.createArrayNode();
    runs.newestFirst().stream()
        .filter(run -> run.actor().equals(actor))
        .skip(call.number("offset", 0))
        .limit(call.number("limit", 1000))
        .forEach(run -> last.add(run.told(clock.instant())));
    ObjectNode list = StandIn.object().put("total", last.size()).put("count", last.size());
    list.set("items", last);
    return data(200, list);
  }

  private Reply poll(Call call, String id) {
    int secs = Math.clamp(call.number("waitForFinish", 0), 0, LONGEST_WAIT_SECS);
    Optional<ActorRun> run = runs.find(id);
    run.ifPresent(known -> await(known, Duration.ofSeconds(secs)));
    return run.map(known -> data(200, runs.find(id).orElse(known).told(clock.instant())))
        .orElseGet(() -> missing("Actor run"));
  }

  private void await(ActorRun run, Duration most) {
    Duration left = Duration.between(clock.instant(), run.endsAt());
    try {
      Thread.sleep(left.compareTo(most) < 0 ? left.plusMillis(1) : most);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private Reply abort(String id) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return runs.change(id, run -> run.abort(now))
        .map(run -> data(200, run.told(now)))
        .orElseGet(() -> missing("Actor run"));
  }

  private static Reply items(Call call, ActorRun run) {
    int total = run.items().size();
    int offset = Math.clamp(call.number("offset", 0), 0, total);
    int limit = Math.max(0, call.number("limit", total));
    ArrayNode page = Script.JSON.createArrayNode();
    run.items().valueStream().skip(offset).limit(limit).forEach(page::add);
    return new Reply(
        200,
        Map.of(
            "X-Apify-Pagination-Offset", Integer.toString(offset),
            "X-Apify-Pagination-Limit", Integer.toString(limit),
            "X-Apify-Pagination-Count", Integer.toString(page.size()),
            "X-Apify-Pagination-Total", Integer.toString(total)),
        page);
  }

  private static Reply input(ActorRun run) {
    JsonNode input = json(run.input());
    return input == null ? missing("Record") : Reply.of(200, input);
  }

  private static @Nullable JsonNode json(String text) {
    try {
      return Script.JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      return null;
    }
  }

  private static Reply missing(String what) {
    return refusal(404, "record-not-found", what + " was not found");
  }

  private static Reply data(int status, ObjectNode data) {
    return Reply.of(status, StandIn.object().set("data", data));
  }

  private static Reply refusal(int status, String type, String message) {
    ObjectNode body = StandIn.object();
    body.putObject("error").put("type", type).put("message", message);
    return Reply.of(status, body);
  }
}
