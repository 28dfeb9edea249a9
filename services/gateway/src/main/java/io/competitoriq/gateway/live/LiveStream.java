package io.competitoriq.gateway.live;

import io.competitoriq.jobs.live.LiveEvent;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;

/// One browser's stream: writes what fits, keeps a bounded rest until the connection drains.
/// Everything happens on the event loop of its request.
final class LiveStream implements LiveHub.Listener {

  private final HttpServerResponse response;
  private final Context context;
  private final Mailbox mailbox;

  LiveStream(HttpServerResponse response, Context context, int buffer) {
    this.response = response;
    this.context = context;
    this.mailbox = new Mailbox(buffer);
  }

  void open() {
    response.putHeader("Content-Type", "text/event-stream");
    response.putHeader("X-Accel-Buffering", "no");
    response.setChunked(true);
    response.drainHandler(_ -> flush());
    response.write(ServerSentEvents.OPENING);
  }

  @Override
  public void accept(LiveEvent event) {
    context.runOnContext(_ -> send(ServerSentEvents.of(event)));
  }

  @Override
  public void missed() {
    context.runOnContext(_ -> send(ServerSentEvents.RESYNC));
  }

  /// Shows that the connection is alive; a connection that is full shows it by itself.
  void heartbeat() {
    if (isOpen() && !response.writeQueueFull()) {
      response.write(ServerSentEvents.HEARTBEAT);
    }
  }

  /// Before the first event: from here on the browser can resume, though it has heard nothing yet.
  @Override
  public void begin(Position at) {
    context.runOnContext(_ -> send(ServerSentEvents.at(at)));
  }

  /// Ends it for a browser that shall come back soon.
  void leave() {
    context.runOnContext(
        _ -> {
          send(ServerSentEvents.COME_BACK);
          end();
        });
  }

  void end() {
    if (isOpen()) {
      response.end();
    }
  }

  private void send(String message) {
    mailbox.put(message);
    flush();
  }

  private void flush() {
    while (isOpen() && !response.writeQueueFull()) {
      var next = mailbox.take();
      if (next.isEmpty()) {
        return;
      }
      if (mailbox.takeOverflow()) {
        response.write(ServerSentEvents.RESYNC);
      }
      response.write(next.get());
    }
  }

  private boolean isOpen() {
    return !response.ended() && !response.closed();
  }
}
