package io.competitoriq.telemetry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/// Asks addresses from inside a container and tells by its exit code whether all of them are well:
/// a service's image has a Java runtime, and neither curl nor a compiler. A bare socket, because
/// the JDK's HTTP client costs five times the processor time of all the rest, every ten seconds.
public final class ReadyProbe {

  private static final int PATIENCE_MILLIS = 4_000;

  private ReadyProbe() {}

  /// @param addresses to ask, in this order, each with a port and a path; none: the service of this
  ///   container, whether it is ready
  public static void main(String[] addresses) {
    List<String> asked =
        addresses.length == 0
            ? List.of(
                "http://127.0.0.1:"
                    + System.getenv().getOrDefault("CIQ_MANAGEMENT_PORT", "9000")
                    + "/q/health/ready")
            : List.of(addresses);
    var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, US_ASCII);
    System.exit(allAreWell(asked, out) ? 0 : 1);
  }

  /// Whether each answers with a status of 200 to 299 within 4 s; says what each answers.
  static boolean allAreWell(List<String> addresses, PrintStream out) {
    for (String address : addresses) {
      String answer = answer(URI.create(address));
      out.println(address + " " + answer);
      if (!answer.matches("HTTP/1\\.[01] 2\\d\\d.*")) {
        return false;
      }
    }
    return true;
  }

  private static String answer(URI address) {
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
            .formatted(address.getRawPath(), address.getAuthority());
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      return String.valueOf(answer.readLine());
    } catch (IOException unreachable) {
      return unreachable.toString();
    }
  }
}
