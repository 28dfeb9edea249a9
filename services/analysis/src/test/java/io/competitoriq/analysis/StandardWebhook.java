package io.competitoriq.analysis;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// A receiver's side of the Standard Webhooks, by somebody else's code: Node's own crypto.
final class StandardWebhook {

  private static final String VERIFY =
      """
      const crypto = require('crypto');
      const {secret, id, timestamp, signature, body} = JSON.parse(require('fs').readFileSync(0, 'utf8'));
      const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
      const wanted = crypto.createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
      const given = signature.split(' ').filter(s => s.startsWith('v1,')).map(s => Buffer.from(s.slice(3), 'base64'));
      const age = Math.abs(Date.now() / 1000 - Number(timestamp));
      const ok = age < 300 && given.some(g => g.length === wanted.length && crypto.timingSafeEqual(g, wanted));
      console.log(ok ? 'valid' : 'invalid');
      """;

  private StandardWebhook() {}

  static String verify(String secret, Receiver.Call call, String body)
      throws IOException, InterruptedException {
    Process node = new ProcessBuilder("node", "-e", VERIFY).redirectErrorStream(true).start();
    JsonObject question =
        new JsonObject()
            .put("secret", secret)
            .put("id", call.headers().get("webhook-id"))
            .put("timestamp", call.headers().get("webhook-timestamp"))
            .put("signature", call.headers().get("webhook-signature"))
            .put("body", body);
    try (var input = node.getOutputStream()) {
      input.write(question.encode().getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    node.waitFor(10, TimeUnit.SECONDS);
    return said;
  }
}
