package io.competitoriq.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTableTest {

  private static final String ID = "0198c0de-0000-7000-8000-000000000001";

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/setup, Own[open=true]",
    "POST, /api/v1/setup, Own[open=true]",
    "GET, /api/v1/session, Own[open=false]",
    "POST, /api/v1/session, Own[open=true]",
    "DELETE, /api/v1/session, Own[open=true]",
    "GET, /api/v1/sign-in-methods, Own[open=true]",
    "POST, /api/v1/sign-in-methods, Nothing[]",
    "GET, /api/v1/session/oidc, Own[open=true]",
    "POST, /api/v1/session/oidc, Nothing[]",
    "GET, /api/v1/session/oidc/callback, Own[open=true]",
    "POST, /api/v1/session/oidc/callback, Nothing[]",
    "POST, /api/v1/session/oidc/back-channel-sign-out, Told[]",
    "GET, /api/v1/session/oidc/back-channel-sign-out, Nothing[]",
    "GET, /api/v1/session/oidc/other, Nothing[]",
    "GET, /api/v1/events, Live[]",
    "POST, /api/v1/events, Nothing[]",
    "GET, /api/v1/overview, Own[open=false]",
    "GET, /api/v1/signals, Own[open=false]",
    "GET, /api/v1/members, Own[open=false]",
    "PATCH, /api/v1/members/" + ID + ", Own[open=false]",
    "DELETE, /api/v1/members/" + ID + "/sessions, Own[open=false]",
    "POST, /api/v1/invitations, Own[open=false]",
    "POST, /api/v1/invitations/" + ID + "/resend, Own[open=false]",
    "POST, /api/v1/invitations/preview, Own[open=true]",
    "POST, /api/v1/invitations/accept, Own[open=true]",
    "GET, /api/v1/invitations/accept, Nothing[]",
    "POST, /api/v1/password-resets, Own[open=true]",
    "POST, /api/v1/password-resets/complete, Own[open=true]",
    "GET, /api/v1/password-resets, Nothing[]",
    "POST, /api/v1/password-resets/other, Nothing[]",
    "PUT, /api/v1/account/password, Own[open=false]",
    "DELETE, /api/v1/account/sessions/" + ID + ", Own[open=false]",
    "POST, /api/v1/session/workspace, Own[open=false]",
    "GET, /api/v1/first-steps, Own[open=false]",
    "PUT, /api/v1/first-steps/dismissal, Own[open=false]",
    "POST, /api/v1/demo-data, Own[open=false]",
    "POST, /api/v1/rss/0123456789012345678901234567890123456789012, Nothing[]",
    "GET, /api/v1/rss/too-short, Nothing[]",
    "POST, /api/v1/shared/0123456789012345678901234567890123456789012, Nothing[]",
    "GET, /api/v1/shared/too-short, Nothing[]",
    "GET, /api/v1/shared/0123456789012345678901234567890123456789012/x, Nothing[]",
    "GET, /shared/0123456789012345678901234567890123456789012, Page[]",
    "POST, /api/v1/visit-tallies/period, Nothing[]",
    "GET, /api/v1/signals/" + ID + ", Own[open=false]",
    "GET, /api/v1/competitors/" + ID + "/overview, Own[open=false]",
    "GET, /api/v1/competitors/" + ID + "/sources, Own[open=false]",
    "GET, /api/v1/sources, Own[open=false]",
    "GET, /api/v1/sources/" + ID + ", Own[open=false]",
    "GET, /api/v1/queues, Own[open=false]",
    "POST, /api/v1/queues/crawl-jobs/dead/purge, Own[open=false]",
    "GET, /api/v1/queues/crawl-jobs/events, Own[open=false]",
    "POST, /api/v1/jobs/4711/cancel, Own[open=false]",
    "DELETE, /api/v1/workers/" + ID + "/drain, Own[open=false]",
    "PUT, /api/v1/queue-admins/ada@example.com, Own[open=false]",
    "GET, /api/v1/audit-entries, Own[open=false]",
    "GET, /api/v1/audit-entries/export, Own[open=false]",
    "GET, /api/v1/audit-chain, Own[open=false]",
    "PUT, /api/v1/flags/rum.enabled, Own[open=false]",
    "POST, /api/v1/rum, Own[open=true]",
    "GET, /api/v1/rum, Nothing[]",
    "POST, /api/v1/api-keys/" + ID + "/rotate, Own[open=false]",
    "POST, /api/v1/provider-hooks/apify, 'Hook[service=CRAWL, path=/provider-hooks/apify]'",
    "GET, /api/v1/provider-hooks/apify, Nothing[]",
    "POST, /api/v1/provider-hooks/apify/x, Nothing[]",
    "GET, /, Page[]",
    "GET, /competitors/" + ID + ", Page[]",
    "POST, /mcp, Mcp[]",
    "GET, /mcp, Mcp[]",
    "DELETE, /mcp, Mcp[]",
    "PUT, /mcp, Nothing[]",
    "GET, /mcp/sse, Nothing[]",
    "GET, /mcps, Page[]",
    "GET, /apis, Page[]",
    "GET, /api, Nothing[]",
    "GET, /api/, Nothing[]",
    "GET, /api/v1, Nothing[]",
    "GET, /api/v1/, Nothing[]",
    "GET, /api/v2/signals, Nothing[]",
    "GET, /api/v1/q/metrics, Nothing[]",
    "POST, /api/v1/evidence/cited, Nothing[]",
    "POST, /api/v1/signals/" + ID + "/comments, Own[open=false]",
    "POST, /api/v1/told-comments/" + ID + ", Nothing[]",
  })
  void whatIsOursStaysHere(String method, String path, String destination) {
    assertThat(RouteTable.destinationOf(method, path)).hasToString(destination);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/competitors, COMPETITORS, /competitors",
    "PATCH, /api/v1/sources/7, COMPETITORS, /sources/7",
    "POST, /api/v1/competitors/" + ID + "/sources, COMPETITORS, /competitors/" + ID + "/sources",
    "DELETE, /api/v1/sources/" + ID + ", COMPETITORS, /sources/" + ID,
    "POST, /api/v1/sources/" + ID + "/visits, COMPETITORS, /sources/" + ID + "/visits",
    "POST, /api/v1/discoveries, COMPETITORS, /discoveries",
    "GET, /api/v1/source-packs, COMPETITORS, /source-packs",
    "POST, /api/v1/sources/bulk, COMPETITORS, /sources/bulk",
    "POST, /api/v1/competitors/bulk, COMPETITORS, /competitors/bulk",
    "GET, /api/v1/visits/health, CRAWL, /visits/health",
    "GET, /api/v1/snapshots/7/body, CRAWL, /snapshots/7/body",
    "GET, /api/v1/providers, CRAWL, /providers",
    "PUT, /api/v1/providers/apify/key, CRAWL, /providers/apify/key",
    "GET, /api/v1/provider-usage, CRAWL, /provider-usage",
    "PUT, /api/v1/ai/budgets, ANALYSIS, /ai/budgets",
    "GET, /api/v1/ai/usage, ANALYSIS, /ai/usage",
    "PUT, /api/v1/company-profile, ANALYSIS, /company-profile",
    "GET, /api/v1/setting-changes, ANALYSIS, /setting-changes",
    "GET, /api/v1/snapshots/7/exhibits/SCREENSHOT, CRAWL, /snapshots/7/exhibits/SCREENSHOT",
    "PUT, /api/v1/snapshots/7/hold, CRAWL, /snapshots/7/hold",
    "GET, /api/v1/retention, CRAWL, /retention",
    "PUT, /api/v1/retention/sources/7/hold, CRAWL, /retention/sources/7/hold",
    "GET, /api/v1/documents/counts, PROCESS, /documents/counts",
    "GET, /api/v1/facts/prices, PROCESS, /facts/prices",
    "GET, /api/v1/changes/7/diff, PROCESS, /changes/7/diff",
    "GET, /api/v1/ignore-rules, PROCESS, /ignore-rules",
    "POST, /api/v1/reprocessings, PROCESS, /reprocessings",
    "GET, /api/v1/sources/" + ID + "/diff, PROCESS, /sources/" + ID + "/diff",
    "PUT, /api/v1/sources/" + ID + "/diff/last-seen, PROCESS, /sources/" + ID + "/diff/last-seen",
    "PUT, /api/v1/sources/"
        + ID
        + "/ignore-rules/mode, PROCESS, /sources/"
        + ID
        + "/ignore-rules/mode",
    "POST, /api/v1/sources/"
        + ID
        + "/verdicts/preview, PROCESS, /sources/"
        + ID
        + "/verdicts/preview",
    "GET, /api/v1/model, ANALYSIS, /model",
    "GET, /api/v1/signals/counts, ANALYSIS, /signals/counts",
    "PATCH, /api/v1/signals/" + ID + ", ANALYSIS, /signals/" + ID,
    "POST, /api/v1/signals/triage, ANALYSIS, /signals/triage",
    "GET, /api/v1/signals/" + ID + "/comments, ANALYSIS, /signals/" + ID + "/comments",
    "GET, /api/v1/stories/" + ID + ", ANALYSIS, /stories/" + ID,
    "POST, /api/v1/alert-rules/test, ANALYSIS, /alert-rules/test",
    "GET, /api/v1/channels, ANALYSIS, /channels",
    "POST, /api/v1/deliveries/" + ID + "/replay, ANALYSIS, /deliveries/" + ID + "/replay",
    "GET, /api/v1/outbox, ANALYSIS, /outbox",
    "POST, /api/v1/view-feeds, ANALYSIS, /view-feeds",
    "POST, /api/v1/ask/" + ID + "/again, ANALYSIS, /ask/" + ID + "/again",
    "PUT, /api/v1/battlecards/" + ID + "/draft, ANALYSIS, /battlecards/" + ID + "/draft",
    "POST, /api/v1/deal-outcomes/preview, ANALYSIS, /deal-outcomes/preview",
    "POST, /api/v1/digests/preview, ANALYSIS, /digests/preview",
    "POST, /api/v1/share-links, ANALYSIS, /share-links",
    "GET, /api/v1/signals/export, ANALYSIS, /signals/export",
    "GET, /api/v1/signals/" + ID + "/evidence-pack, ANALYSIS, /signals/" + ID + "/evidence-pack",
    "GET, /api/v1/facts/prices/export, PROCESS, /facts/prices/export",
    "POST, /api/v1/competitors/" + ID + "/overview, COMPETITORS, /competitors/" + ID + "/overview",
  })
  void theRestIsItsOwners(String method, String path, Service service, String there) {
    assertThat(RouteTable.destinationOf(method, path))
        .isEqualTo(new Destination.Forwarded(service, there));
  }
}
