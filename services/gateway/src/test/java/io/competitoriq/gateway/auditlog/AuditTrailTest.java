package io.competitoriq.gateway.auditlog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.gateway.FakeServices;
import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
@NullUnmarked // beans and addresses are injected
class AuditTrailTest {

  @Inject ChainWatch watch;

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  private Installation installation;

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
  }

  @Test
  void aChangeLeavesARowBeforeAndOneWithTheAnswer() {
    installation
        .owner()
        .body("{\"secret\":\"in the body\"}")
        .post("/api/v1/competitors/" + FakeServices.COMPETITOR + "/sources")
        .then()
        .statusCode(200);

    List<String> actions = awaitAnswer("addSource " + FakeServices.COMPETITOR);
    assertThat(actions).containsExactly("CHANGE_ANSWERED", "CHANGE_ATTEMPTED");
    var entries = list("?subject=ADDSOURCE");
    var outcome = new JsonObject(entries.<String>path("items[0].after"));
    assertThat(outcome.getInteger("status")).isEqualTo(200);
    assertThat(outcome.getString("attempt")).isEqualTo(entries.path("items[1].id"));
    assertThat(entries.asString()).doesNotContain("in the body");
    entries.then().body("items[0].who.email", equalTo(Installation.EMAIL.toLowerCase(Locale.ROOT)));
  }

  @Test
  void whatTheServiceDidNotAnswerIsWrittenDownAsWell() {
    installation.owner().post("/api/v1/competitors/closing").then().statusCode(503);

    // The fake service hangs up every other time.
    installation.owner().get("/api/v1/competitors/closing").then().statusCode(200);
    awaitAnswer("unnamed");
    assertThat(list("?subject=unnamed").<String>path("items[0].after")).contains("503");
  }

  @Test
  void readsLeaveNoRowButTakingDataAlongDoes() {
    installation.owner().get("/api/v1/competitors").then().statusCode(200);
    installation.owner().get("/api/v1/signals/export").then().statusCode(200);

    assertThat(awaitAnswer("exportSignals")).hasSize(2);
    list("?subject=listCompetitors").then().body("items.size()", equalTo(0));
  }

  @Test
  void withoutTheTrailNothingReachesTheService() {
    TestDatabase.execute("alter table gateway.audit_entry rename to audit_entry_away");
    Response refused;
    try {
      refused = installation.owner().post("/api/v1/competitors/echo");
    } finally {
      TestDatabase.execute("alter table gateway.audit_entry_away rename to audit_entry");
    }
    refused
        .then()
        .statusCode(503)
        .body("type", equalTo("urn:ciq:problem:audit-unavailable"))
        .body("service", nullValue());
  }

  @Test
  void theListIsFilteredAndPaged() {
    for (int i = 0; i < 3; i++) {
      Installation.signIn(Installation.EMAIL, Installation.PASSWORD).then().statusCode(200);
    }
    var first = list("?action=SIGN_IN&limit=2");
    first.then().body("items.size()", equalTo(2)).body("items[0].sequence", equalTo(4));
    list("?action=SIGN_IN&limit=2&cursor=" + first.path("nextCursor"))
        .then()
        .body("items.sequence", equalTo(List.of(2)))
        .body("nextCursor", nullValue());
    list("?accountId=" + UUID.randomUUID()).then().body("items.size()", equalTo(0));
    list("?to=2020-01-01T00:00:00Z").then().body("items.size()", equalTo(0));
    list("?from=2020-01-01T00:00:00Z").then().body("items.size()", equalTo(4));
    list("?cursor=forged").then().statusCode(400);
  }

  @Test
  void onlyAdminsReadIt() {
    TestDatabase.execute("update gateway.member set role = 'ANALYST'");

    for (String path : List.of("audit-entries", "audit-entries/export", "audit-chain")) {
      installation
          .owner()
          .get("/api/v1/" + path)
          .then()
          .statusCode(403)
          .body("type", equalTo("urn:ciq:problem:admin-required"));
    }
  }

  @Test
  void anExportCanBeCheckedOutside() {
    installation.owner().get("/api/v1/audit-entries/export").then().statusCode(200);
    String[] lines =
        installation.owner().get("/api/v1/audit-entries/export").asString().split("\n");

    assertThat(lines.length).isGreaterThanOrEqualTo(3);
    String before = SealedEntry.NO_HASH;
    for (String line : lines) {
      var row = new JsonObject(line);
      assertThat(row.getString("previousHash")).isEqualTo(before);
      assertThat(sealed(row).intact()).isTrue();
      before = row.getString("hash");
    }
    installation
        .owner()
        .get("/api/v1/audit-entries/export?format=csv")
        .then()
        .header("Content-Type", "text/csv; charset=UTF-8");
  }

  @Test
  void actsAtTheSameMomentStandInOneChain() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 24; i++) {
        threads.submit(() -> installation.owner().post("/api/v1/competitors/echo"));
      }
    }
    await().untilAsserted(() -> assertThat(state().<Integer>path("rows")).isEqualTo(49));
    state().then().body("firstBreak", nullValue()).body("headSequence", equalTo(49));
  }

  @Test
  void aForgottenPersonLeavesTheChainWhole() {
    var before = ChainedTrail.heads();
    Object account = TestDatabase.queryOne("select id from gateway.account");

    TestDatabase.queryOne(
        "select gateway.forget_audit_person('" + account + "', '" + Installation.EMAIL + "')");

    list("").then().body("items.address", not(hasItem("127.0.0.1")));
    state().then().body("firstBreak", nullValue()).body("forgotten", equalTo(1));
    assertThat(ChainedTrail.verify(before).code()).isEqualTo(VerifyTrail.WHOLE);
  }

  @Test
  void theSelfCheckTellsOfABreak() {
    ChainedTrail.tamper("update audit_entry set action = 'SIGN_IN'");

    watch.check().subscribe().asCompletionStage().join();

    state().then().body("firstBreak.fault", equalTo("CHANGED"));
    assertThat(
            TestDatabase.queryOne(
                "select subject from gateway.audit_entry where action = 'AUDIT_CHAIN_BROKEN'"))
        .isEqualTo("audit-chain " + installation.workspaceId());
    assertThat(RestAssured.get(metrics).asString()).contains("ciq_audit_chains_broken 1.0");
  }

  private Response list(String query) {
    return installation.owner().get("/api/v1/audit-entries" + query);
  }

  private Response state() {
    return installation.owner().get("/api/v1/audit-chain");
  }

  /// The answer's row is written once the answer is on its way.
  private List<String> awaitAnswer(String subject) {
    return await()
        .until(
            () ->
                installation
                    .owner()
                    .queryParam("subject", subject)
                    .get("/api/v1/audit-entries")
                    .<List<String>>path("items.action"),
            actions -> actions.contains("CHANGE_ANSWERED"));
  }

  private static SealedEntry sealed(JsonObject row) {
    return new SealedEntry(
        uuid(row, "chain"),
        row.getLong("sequence"),
        row.getString("previousHash"),
        row.getString("hash"),
        uuid(row, "id"),
        uuid(row, "workspaceId"),
        uuid(row, "accountId"),
        row.getString("action"),
        row.getString("traceId"),
        row.getLong("atMicros"),
        new SealedEntry.Origins(
            row.getString("originSalt"),
            row.getString("originDigest"),
            row.getString("address"),
            row.getString("userAgent")),
        new SealedEntry.Details(
            row.getString("detailSalt"),
            row.getString("detailDigest"),
            row.getString("subject"),
            row.getString("before"),
            row.getString("after")));
  }

  private static UUID uuid(JsonObject row, String field) {
    return UUID.fromString(requireNonNull(row.getString(field)));
  }
}
