package io.competitoriq.local.stack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asks a service whether it is ready.
public final class Health {

  private static final int CONNECT_MILLIS = 500;
  private static final int READ_MILLIS = 3000;

  private Health() {}

  /// Whether the service behind this management port answers 200 on `/q/health/ready`.
  public static boolean ready(int managementPort) {
    return answersOk("http://127.0.0.1:" + managementPort + "/q/health/ready");
  }

  static boolean answersOk(String url) {
    try {
      var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(READ_MILLIS);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
