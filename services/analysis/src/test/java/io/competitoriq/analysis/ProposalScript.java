package io.competitoriq.analysis;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/// What the stand-in model proposes for a section of a battlecard: two claims that stand, and one
/// of every kind that must not.
final class ProposalScript {

  private ProposalScript() {}

  static boolean isProposal(JsonObject data) {
    return data.containsKey("section");
  }

  /// The section's title chooses what the model does, as a page's title does elsewhere.
  static String titleOf(JsonObject data) {
    return data.getJsonObject("section").getString("title");
  }

  static JsonObject answer(JsonObject data) {
    JsonObject evidence =
        data.getJsonArray("signals").getJsonObject(0).getJsonArray("evidence").getJsonObject(1);
    String id = evidence.getString("id");
    String quote = evidence.getString("quote");
    JsonArray claims =
        new JsonArray()
            .add(claim("add", null, "Their Pro plan costs $59 now.", id, quote))
            .add(claim("replace", "B1", "Pro is dearer than ours at $59.", id, quote))
            .add(claim("add", null, "Cites what was not sent.", "E77", quote))
            .add(claim("add", null, "Quotes what is not there.", id, "Pro is free"))
            .add(claim("add", null, "Lost 4321 customers.", id, quote))
            .add(claim("add", null, "Read more at evil.example.", id, quote))
            .add(claim("drop", "B77", "There is no such block.", id, quote));
    return new JsonObject().put("claims", claims).put("insufficient_evidence", false);
  }

  private static JsonObject claim(
      String act, @Nullable String block, String text, String evidence, String quote) {
    return new JsonObject()
        .put("act", act)
        .put("block_id", block)
        .put("text", text)
        .put("kind", "fact")
        .put("evidence_ids", new JsonArray().add(evidence))
        .put("quote", quote);
  }
}
