package io.competitoriq.jobs.tickets;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/// One atomic transition in Redis. Sent by its digest; a Redis that was emptied gets the text
/// again.
record Script(String text, String digest) {

  static Script named(String name) {
    try (InputStream in = Script.class.getResourceAsStream("/lua/" + name + ".lua")) {
      if (in == null) {
        throw new IllegalStateException("no script " + name);
      }
      byte[] text = in.readAllBytes();
      byte[] digest = MessageDigest.getInstance("SHA-1").digest(text);
      return new Script(new String(text, StandardCharsets.UTF_8), HexFormat.of().formatHex(digest));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Uni<Response> run(RedisLink redis, List<String> keys, Object... arguments) {
    return redis
        .send(Command.EVALSHA, call(digest, keys, arguments))
        .onFailure(Script::unknown)
        .recoverWithUni(() -> redis.send(Command.EVAL, call(text, keys, arguments)));
  }

  private static boolean unknown(Throwable failure) {
    return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
  }

  private static Object[] call(String script, List<String> keys, Object... arguments) {
    List<Object> call = new ArrayList<>();
    call.add(script);
    call.add(keys.size());
    call.addAll(keys);
    Collections.addAll(call, arguments);
    return call.toArray();
  }
}
