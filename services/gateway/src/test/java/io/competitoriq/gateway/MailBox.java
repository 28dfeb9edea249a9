package io.competitoriq.gateway;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mail server on loopback that takes every mail but those to `full@example.com`. A test finds
/// the last mail to an address here; it lies in a system property, which tests and application
/// share.
public final class MailBox {

  private static final Pattern TO = Pattern.compile("(?m)^To: (\\S+)$");
  private static final Pattern LINK =
      Pattern.compile("http://ciq\\.test/[a-z-]+#[A-Za-z0-9_-]{43}");

  private MailBox() {}

  static int open(Vertx vertx) throws Exception {
    NetServer server = vertx.createNetServer().connectHandler(MailBox::greet);
    return server
        .listen(0, "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get()
        .actualPort();
  }

  /// The link in the last mail to the address, empty when there was none since [#clear].
  public static String linkTo(String email) {
    Matcher link = LINK.matcher(System.getProperty(key(email), "").replace("=\n", ""));
    return link.find() ? link.group() : "";
  }

  public static void clear(String email) {
    System.clearProperty(key(email));
  }

  /// What stands behind the `#`.
  public static String token(String link) {
    return link.substring(link.indexOf('#') + 1);
  }

  private static void greet(NetSocket client) {
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
                take(mail.toString());
                mail.setLength(0);
                client.write("250 taken\r\n");
              } else {
                mail.append(line).append('\n');
              }
            }));
  }

  private static void take(String mail) {
    Matcher to = TO.matcher(mail);
    if (to.find()) {
      System.setProperty(key(to.group(1)), mail);
    }
  }

  private static boolean answer(NetSocket client, String line) {
    String command = line.toUpperCase(Locale.ROOT);
    boolean data = command.startsWith("DATA");
    if (command.startsWith("RCPT") && command.contains("FULL@")) {
      client.write("552 mailbox full\r\n");
      return false;
    }
    client.write(
        data ? "354 go on\r\n" : command.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
    return data;
  }

  private static String key(String email) {
    return "ciq.test.mail." + email;
  }
}
