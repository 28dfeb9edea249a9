package io.competitoriq.jobs.tickets;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

  Future<Response> run(RedisLink redis, List<String> keys, List<?> arguments) {
    return redis
        .ask(call(Command.EVALSHA, digest, keys, arguments))
        .recover(
            failure ->
                isUnknown(failure)
                    ? redis.ask(call(Command.EVAL, text, keys, arguments))
                    : Future.failedFuture(failure));
  }

  private static boolean isUnknown(Throwable failure) {
    return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
  }

  private static Request call(
      Command command, String script, List<String> keys, List<?> arguments) {
    Request call = Request.cmd(command).arg(script).arg(keys.size());
    keys.forEach(call::arg);
    arguments.forEach(argument -> call.arg(argument.toString()));
    return call;
  }
}
