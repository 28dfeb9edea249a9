package io.competitoriq.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Secrets that were really used are in no line that any process has written.
class SecretsInLogsTest {

  private static final String IN_AN_ADDRESS = "s3cr3t-in-an-address";
  private static final String WRONG_KEY = "ciq_" + "0".repeat(32) + "_" + "5ec2e7".repeat(12);

  private final Stack stack = Stack.running();

  @Test
  void noProcessWritesASecretDown() {
    Api api = Api.signedIn(stack);
    String key =
        api.post("/api-keys", Map.of("name", "Logs", "scope", "READ")).get("secret").asText();
    api.status("/competitors", Map.of("authorization", "Bearer " + key));
    api.status("/competitors", Map.of("authorization", "Bearer " + WRONG_KEY));
    api.status("/competitors?api_key=" + IN_AN_ADDRESS, Map.of());
    api.status("/rss/" + "Zm9vYmFyLWJhei1xdXV4LTEyMzQ1Njc4OTAxMjM0NTY", Map.of());

    List<String> secrets =
        List.of(
            key,
            WRONG_KEY,
            IN_AN_ADDRESS,
            "Zm9vYmFyLWJhei1xdXV4LTEyMzQ1Njc4OTAxMjM0NTY",
            api.session(),
            stack.account().get("password"));
    List<String> lines = linesOfAllLogs();
    assertThat(lines).hasSizeGreaterThan(50);
    assertThat(lines).noneMatch(line -> secrets.stream().anyMatch(line::contains));
  }

  private List<String> linesOfAllLogs() {
    try (Stream<Path> files = Files.list(stack.home().resolve("logs"))) {
      return files.filter(file -> file.toString().contains(".log")).flatMap(this::lines).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Stream<String> lines(Path file) {
    try {
      return Files.readString(file).lines();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
