package io.competitoriq.analysis;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// A mail server on loopback that says no to the first mail (451) and takes all others. The last
/// one it took is the system property `ciq.test.mail`.
public final class MailServer implements QuarkusTestResourceLifecycleManager {

  private @Nullable Vertx vertx;
  private int mails;

  @Override
  public Map<String, String> start() {
    Vertx started = Vertx.vertx();
    vertx = started;
    NetServer server = started.createNetServer().connectHandler(this::greet);
    try {
      server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
    return Map.of(
        "ciq.analysis.channel.smtp-host", "127.0.0.1",
        "quarkus.mailer.host", "127.0.0.1",
        "quarkus.mailer.port", Integer.toString(server.actualPort()),
        "quarkus.mailer.start-tls", "DISABLED",
        "ciq.jobs.queues.alert-jobs.backoff-base", "20ms",
        "ciq.jobs.queues.alert-jobs.backoff-cap", "40ms");
  }

  @Override
  public void stop() {
    if (vertx != null) {
      vertx.close();
    }
  }

  private void greet(NetSocket client) {
    StringBuilder mail = new StringBuilder();
    boolean[] inData = {false};
    client.write("220 mail.example ready\r\n");
    client.handler(
        RecordParser.newDelimited(
            "\r\n",
            line -> {
              if (!inData[0]) {
                inData[0] = answer(client, line.toString());
              } else if (line.toString().equals(".")) {
                inData[0] = false;
                client.write(take(mail.toString()));
              } else {
                mail.append(line).append('\n');
              }
            }));
  }

  private String take(String mail) {
    if (mails++ == 0) {
      return "451 try again\r\n";
    }
    System.setProperty("ciq.test.mail", mail);
    return "250 taken\r\n";
  }

  private static boolean answer(NetSocket client, String line) {
    String command = line.toUpperCase(Locale.ROOT);
    boolean data = command.startsWith("DATA");
    client.write(
        data ? "354 go on\r\n" : command.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
    return data;
  }
}
