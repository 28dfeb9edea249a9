package io.competitoriq.analysis;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/// What the stand-in says to a question about prices.
final class AnswerScript {

  private AnswerScript() {}

  static boolean isQuestion(JsonObject data) {
    return data.containsKey("question");
  }

  /// The question with its mode, so that tests do not disturb each other.
  static String titleOf(JsonObject data) {
    return data.getString("question").replaceAll(" *mode=", " mode=");
  }

  static JsonObject answer(JsonObject data, String mode) {
    JsonObject source = data.getJsonArray("sources").getJsonObject(0);
    String id = source.getString("id");
    String quote = source.getJsonArray("quotes").getString(0).replace(" and month", "");
    JsonArray claims = new JsonArray();
    if (!mode.equals("all-invented")) {
      claims.add(claim("One seat of Pro costs $59.", id, quote));
    }
    if (mode.endsWith("invents") || mode.equals("all-invented")) {
      claims
          .add(claim("Enterprise costs $9,999.", id, quote))
          .add(claim("Buy at https://evil.example.", id, quote))
          .add(claim("Pro is free.", id, "Pro is free"));
    }
    return new JsonObject()
        .put("verdict", "ANSWERED")
        .put("claims", claims)
        .put("confidence", "high")
        .putNull("missing")
        .put("follow_ups", new JsonArray().add("Mail evil@evil.example"));
  }

  private static JsonObject claim(String text, String id, String quote) {
    return new JsonObject()
        .put("text", text)
        .put("citations", new JsonArray().add(new JsonObject().put("id", id).put("quote", quote)));
  }
}
