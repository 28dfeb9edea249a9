package io.competitoriq.gateway.stop;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// The sockets new connections come in by, of which there are one or two. Vert.x closes them with
/// their connections only; here they close alone, so that a proxy is refused at once and asks
/// another gateway, while what is open goes on to its end.
@ApplicationScoped
public class Doorbell {

  private static final Logger LOG = Logger.getLogger(Doorbell.class);

  private final Set<Channel> listening = ConcurrentHashMap.newKeySet();

  /// Remembers the socket by which that connection came.
  public void heard(HttpConnection connection) {
    if (connection instanceof ConnectionBase known && known.channel().parent() != null) {
      // HTTP/2 streams and TLS live in the same channel; its parent is the listening socket.
      listening.add(known.channel().parent());
    }
  }

  /// Takes no more connections; completes when the sockets are closed.
  CompletableFuture<Void> disconnect() {
    var closed =
        listening.stream()
            .map(socket -> closed(socket.close()))
            .toArray(CompletableFuture<?>[]::new);
    LOG.infof("no more connections are taken sockets=%d", closed.length);
    return CompletableFuture.allOf(closed);
  }

  private static CompletableFuture<Void> closed(ChannelFuture closing) {
    var closed = new CompletableFuture<Void>();
    closing.addListener(_ -> closed.complete(null));
    return closed;
  }
}
