package io.competitoriq.crawl.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.crawl.fetch.FetchedPage;
import io.competitoriq.crawl.site.SitePage.State;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// The list of a site's pages as a snapshot's body: JSON, ordered by address, so that an unchanged
/// site has an unchanged body. A page that no page links to is `hidden`.
final class SiteInventory {
  private SiteInventory() {}

  static FetchedPage of(URI site, List<SitePage> pages, ObjectMapper mapper, Instant now) {
    byte[] body = json(site, pages, mapper);
    return new FetchedPage(
        site,
        site,
        200,
        "application/json",
        StandardCharsets.UTF_8.name(),
        Map.of("content-type", "application/json"),
        Buffer.buffer(body),
        sha256(body),
        now);
  }

  private static byte[] json(URI site, List<SitePage> pages, ObjectMapper mapper) {
    ObjectNode root = mapper.createObjectNode().put("title", "Pages of " + site);
    ArrayNode items = root.putArray("items");
    pages.stream()
        .filter(page -> page.state() == State.READ || page.state() == State.IN_TROUBLE)
        .sorted(Comparator.comparing(SitePage::url))
        .forEach(
            page -> {
              ObjectNode item = items.addObject().put("url", page.url()).put("title", page.title());
              if (!page.linked() && page.depth() == 0 && !page.url().equals(site.toString())) {
                item.put("hidden", true);
              }
            });
    try {
      return mapper.writeValueAsBytes(root);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
