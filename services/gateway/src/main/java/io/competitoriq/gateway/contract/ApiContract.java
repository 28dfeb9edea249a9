package io.competitoriq.gateway.contract;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The document the API is held to, as it is in the repository. It is for those who operate and
/// write against an installation, so it is on the management port and never behind the public door.
@ApplicationScoped
public class ApiContract {

  private static final String FILE = "/openapi/gateway.yaml";
  private static final int BEFORE_THE_GENERATED_ONE = -1;

  private final String text = read();

  /// YAML.
  public String text() {
    return text;
  }

  void serve(@Observes ManagementInterface management) {
    management
        .router()
        .get("/q/openapi")
        .order(BEFORE_THE_GENERATED_ONE)
        .handler(
            request ->
                request
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
                    .end(text));
  }

  private static String read() {
    try (var in = Objects.requireNonNull(ApiContract.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
