package io.competitoriq.gateway.spa;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.gateway.problem.ProblemWriter;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MissingBuildTest {

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close();
  }

  @Test
  void aMissingBuildSaysHowToMakeOne() throws Exception {
    // Given
    var web =
        new WebApplication(
            new WebFiles(vertx, () -> "nowhere"), new ProblemWriter(new ObjectMapper()));
    var router = Router.router(vertx);
    router.route().handler(web::serve);
    int port =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS)
            .actualPort();

    // When
    Response page = given().port(port).get("/");

    // Then
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.asString()).contains("npm run build").doesNotContain("__CSP_NONCE__");
    String nonce = page.asString().replaceFirst("(?s).*<style nonce=\"([^\"]+)\".*", "$1");
    assertThat(page.header("Content-Security-Policy")).contains("'nonce-" + nonce + "'");
  }
}
