package io.competitoriq.crawl.standin;

import io.competitoriq.crawl.standin.ApifyStandIn.RunPlan;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// A run of the stand-in. What it is said to have cost right after its end is half of the bill.
public final class StandInRun {
  private final String id;
  private final String actor;
  private final RunPlan plan;
  private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private String input = "";
  private String maxCharge = "";
  private String hook = "";
  private String status = "READY";
  private int pollsLeft;
  private String finishedAt = "";
  private boolean toldOfTheEnd;

  StandInRun(String id, String actor, RunPlan plan) {
    this.id = id;
    this.actor = actor;
    this.plan = plan;
    this.pollsLeft = plan.polls();
  }

  synchronized void began(String body, String charge, String hookUrl) {
    input = body;
    maxCharge = charge;
    hook = hookUrl;
  }

  synchronized void waitedFor() {
    pollsLeft--;
    if (!status.equals("ABORTED")) {
      end(pollsLeft <= 0 ? plan.status() : "RUNNING");
    }
  }

  synchronized void abort() {
    end("ABORTED");
  }

  private void end(String next) {
    status = next;
    if (!next.equals("RUNNING") && finishedAt.isEmpty()) {
      finishedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
  }

  /// The first word after the end is preliminary.
  synchronized JsonObject told() {
    JsonObject json = json();
    if (json.getValue("finishedAt") != null && !toldOfTheEnd) {
      toldOfTheEnd = true;
      json.put("usageTotalUsd", new BigDecimal(plan.usd()).divide(BigDecimal.TWO));
    }
    return json;
  }

  synchronized JsonObject json() {
    boolean ended = !status.equals("READY") && !status.equals("RUNNING");
    JsonObject json =
        new JsonObject()
            .put("id", id)
            .put("actId", actor)
            .put("status", status)
            .put("statusMessage", ended ? plan.message() : "")
            .put("startedAt", startedAt.toString())
            .put("finishedAt", ended ? finishedAt : null)
            .put("defaultDatasetId", "d" + id)
            .put("defaultKeyValueStoreId", "k" + id)
            .put("meta", new JsonObject().put("origin", "API"));
    if (ended) {
      json.put("usageTotalUsd", new BigDecimal(plan.usd()));
    }
    return json;
  }

  public String id() {
    return id;
  }

  String actor() {
    return actor;
  }

  JsonArray items() {
    return plan.items();
  }

  String usd() {
    return plan.usd();
  }

  public synchronized String input() {
    return input;
  }

  public synchronized String maxCharge() {
    return maxCharge;
  }

  public synchronized String hook() {
    return hook;
  }

  public synchronized String status() {
    return status;
  }
}
