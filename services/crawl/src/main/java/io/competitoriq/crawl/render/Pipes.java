package io.competitoriq.crawl.render;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetSocket;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// Passes bytes on, as many as the pass allows, at the speed of the slower side.
final class Pipes {
  private static final Set<String> OF_ONE_HOP =
      Set.of(
          "connection",
          "proxy-connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          GuardProxy.STATUS,
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "host");

  private Pipes() {}

  /// Two ends of a tunnel. Both close when one does.
  static void join(NetSocket here, NetSocket there, ProxyPass pass) {
    AtomicBoolean over = new AtomicBoolean();
    Runnable end =
        () -> {
          here.close();
          there.close();
        };
    pass.remember(end);
    Runnable once =
        () -> {
          if (over.compareAndSet(false, true)) {
            pass.forget(end);
            pass.leave();
            end.run();
          }
        };
    here.exceptionHandler(_ -> once.run()).closeHandler(_ -> once.run());
    there.exceptionHandler(_ -> once.run()).closeHandler(_ -> once.run());
    pass(here, there, pass, once);
    pass(there, here, pass, once);
    there.resume();
  }

  /// A request and its answer.
  static void forward(HttpServerRequest request, HttpClientRequest onward, ProxyPass pass) {
    AtomicBoolean over = new AtomicBoolean();
    Runnable end =
        () -> {
          onward.reset();
          request.connection().close();
        };
    pass.remember(end);
    Runnable done =
        () -> {
          if (over.compareAndSet(false, true)) {
            pass.forget(end);
            pass.leave();
          }
        };
    Runnable broken =
        () -> {
          done.run();
          end.run();
        };
    copy(request.headers(), onward.headers());
    request.response().closeHandler(_ -> broken.run());
    onward.exceptionHandler(_ -> broken.run());
    onward
        .response()
        .onSuccess(answer -> answer(answer, request.response(), pass, done, broken))
        .onFailure(_ -> broken.run());
    boolean body =
        request.headers().contains("transfer-encoding")
            || request.headers().contains("content-length");
    onward.setChunked(request.headers().contains("transfer-encoding"));
    request.exceptionHandler(_ -> broken.run());
    if (body) {
      request.endHandler(_ -> onward.end());
      pass(request, onward, pass, broken);
      request.resume();
    } else {
      request.resume();
      onward.end();
    }
  }

  private static void answer(
      HttpClientResponse answer,
      HttpServerResponse to,
      ProxyPass pass,
      Runnable done,
      Runnable broken) {
    to.setStatusCode(answer.statusCode());
    copy(answer.headers(), to.headers());
    to.setChunked(hasBody(answer) && !answer.headers().contains("content-length"));
    answer.exceptionHandler(_ -> broken.run());
    answer.endHandler(
        _ -> {
          done.run();
          if (!to.ended()) {
            to.end();
          }
        });
    pass(answer, to, pass, broken);
  }

  private static boolean hasBody(HttpClientResponse answer) {
    int status = answer.statusCode();
    return !answer.request().getMethod().equals(HttpMethod.HEAD) && status != 204 && status != 304;
  }

  private static void pass(
      ReadStream<Buffer> from, WriteStream<Buffer> to, ProxyPass pass, Runnable broken) {
    from.handler(
        bytes -> {
          if (!pass.spend(bytes.length())) {
            broken.run();
            return;
          }
          to.write(bytes);
          if (to.writeQueueFull()) {
            from.pause();
            to.drainHandler(_ -> from.resume());
          }
        });
  }

  private static void copy(MultiMap from, MultiMap to) {
    from.forEach(
        (name, value) -> {
          if (!OF_ONE_HOP.contains(name.toLowerCase(Locale.ROOT))) {
            to.add(name, value);
          }
        });
  }
}
