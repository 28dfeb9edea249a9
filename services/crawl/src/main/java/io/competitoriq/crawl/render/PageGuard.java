package io.competitoriq.crawl.render;

import io.competitoriq.crawl.render.DevTools.Event;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Set;

/// Answers for a page what nobody else is there to answer: its requests, its dialogs, its windows.
/// Runs on the line's thread and never waits.
final class PageGuard {
  /// Heavy or telling tales, and never the page's text.
  private static final Set<String> UNWANTED_TYPES = Set.of("Media", "Ping", "CSPViolationReport");

  private final DevTools tools;
  private final String session;
  private final String target;
  private final String context;
  private final ProxyPass pass;
  private int requestsLeft;

  PageGuard(Browser browser, PageIds ids, ProxyPass pass, int requests) {
    this.tools = browser.tools();
    this.session = ids.session();
    this.target = ids.target();
    this.context = ids.context();
    this.pass = pass;
    this.requestsLeft = requests;
  }

  /// What must be asked of the browser for this to hear of requests.
  static JsonObject interception() {
    return new JsonObject()
        .put("handleAuthRequests", true)
        .put("patterns", new JsonArray().add(new JsonObject().put("urlPattern", "*")));
  }

  void page(Event event) {
    switch (event.method()) {
      case "Fetch.requestPaused" -> request(event.params());
      case "Fetch.authRequired" -> authentication(event.params());
      case "Page.javascriptDialogOpening" ->
          tools.call(session, "Page.handleJavaScriptDialog", new JsonObject().put("accept", false));
      default -> {} // not a question
    }
  }

  void browser(Event event) {
    if (event.method().equals("Target.targetCreated")) {
      window(event.params().getJsonObject("targetInfo", new JsonObject()));
    }
  }

  private void request(JsonObject params) {
    JsonObject id = new JsonObject().put("requestId", params.getString("requestId"));
    requestsLeft--;
    boolean welcome =
        requestsLeft >= 0
            && welcome(
                params.getString("resourceType", ""),
                params.getJsonObject("request", new JsonObject()));
    if (welcome) {
      tools.call(session, "Fetch.continueRequest", id);
    } else {
      tools.call(session, "Fetch.failRequest", id.put("errorReason", "BlockedByClient"));
    }
  }

  /// Only what a proxy can pass on; `data:` and `blob:` never leave the page.
  private static boolean welcome(String type, JsonObject request) {
    String url = request.getString("url", "").toLowerCase(Locale.ROOT);
    boolean web = url.startsWith("http://") || url.startsWith("https://");
    boolean inner = url.startsWith("data:") || url.startsWith("blob:");
    boolean serviceWorker =
        request.getJsonObject("headers", new JsonObject()).containsKey("Service-Worker");
    return (web || inner) && !UNWANTED_TYPES.contains(type) && !serviceWorker;
  }

  /// Our proxy gets the pass; sites that want a password get none.
  private void authentication(JsonObject params) {
    boolean ours =
        "Proxy".equals(params.getJsonObject("authChallenge", new JsonObject()).getString("source"));
    JsonObject answer =
        ours
            ? new JsonObject()
                .put("response", "ProvideCredentials")
                .put("username", ProxyPass.USER)
                .put("password", pass.secret())
            : new JsonObject().put("response", "CancelAuth");
    tools.call(
        session,
        "Fetch.continueWithAuth",
        new JsonObject()
            .put("requestId", params.getString("requestId"))
            .put("authChallengeResponse", answer));
  }

  /// A page has one window, and nothing of it goes on without it.
  private void window(JsonObject info) {
    boolean ofThisPage =
        context.equals(info.getString("browserContextId"))
            && !target.equals(info.getString("targetId"));
    if (ofThisPage && Set.of("page", "service_worker").contains(info.getString("type", ""))) {
      tools.call(
          DevTools.BROWSER,
          "Target.closeTarget",
          new JsonObject().put("targetId", info.getString("targetId")));
    }
  }
}
