package io.competitoriq.competitors.discovery;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// Discovery against sites as they are built: found and expected by kind, and what was suggested
/// wrongly. The shapes marked `heldOut` were not looked at until discovery was finished; their
/// score stands by itself. Real sites are not asked.
@QuarkusTest
@WithEmbeddedServers("competitors")
@WithTestResource(ShapeServer.class)
class SiteShapesTest {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  /// robots.txt, home page, sitemaps, pages, guesses and the robots.txt of all hosts together.
  private static final int MOST_REQUESTS = 1 + 1 + 6 + 24 + 20 + 16;

  @Inject SiteExplorer explorer;

  @Test
  void mostOfWhatAPersonWouldNameIsFoundAndHardlyAnythingElseIsSuggested() {
    // Given
    Score tuned = new Score("Discovery on the shapes it was tuned with");
    Score heldOut = new Score("Discovery on the shapes held out from tuning");
    Score market = new Score("Discovery on the demo market");
    // When
    Shape.all().stream()
        .filter(shape -> shape.fails().isEmpty())
        .forEach(
            shape -> {
              Score others = shape.heldOut() ? heldOut : tuned;
              (shape.isOfTheMarket() ? market : others).add(shape, suggestions(shape));
            });
    // Then
    System.out.println(tuned.table() + heldOut.table() + market.table());
    assertThat(market.recall()).isEqualTo(1);
    assertThat(market.precision()).isEqualTo(1);
    assertThat(tuned.recall()).isEqualTo(1);
    assertThat(tuned.precision()).isEqualTo(1);
    assertThat(heldOut.recall()).isGreaterThanOrEqualTo(65 / 72.0);
    assertThat(heldOut.precision()).isGreaterThanOrEqualTo(65 / 67.0);
  }

  @Test
  void whatIsNoCompanysSiteFailsWithASentence() {
    for (Shape shape : Shape.all().stream().filter(s -> !s.fails().isEmpty()).toList()) {
      // When
      Explored explored = explore(shape, new ArrayList<>());
      // Then
      assertThat(explored)
          .as(shape.name())
          .isInstanceOfSatisfying(
              Explored.Failed.class,
              failed -> assertThat(failed.sentence()).contains(shape.fails()));
    }
  }

  @Test
  void whatRobotsForbidIsNotAskedForAndSuggestedWithThatState() {
    for (Shape shape : Shape.all().stream().filter(s -> !s.forbidden().isEmpty()).toList()) {
      // When
      List<Suggestion> suggestions = suggestions(shape);
      // Then
      assertThat(asked()).as(shape.name()).doesNotContainAnyElementsOf(shape.forbidden());
      assertThat(suggestions)
          .filteredOn(suggestion -> shape.forbidden().contains(suggestion.url()))
          .noneMatch(suggestion -> suggestion.robots() == RobotsState.ALLOWED)
          .noneMatch(
              suggestion -> suggestion.kind() != SourceKind.HOME && suggestion.recommended());
    }
  }

  @Test
  void suggestionsAppearWhileTheSiteIsRead() {
    // Given
    List<Integer> progress = new ArrayList<>();
    // When
    explore(named("saas-marketing"), progress);
    // Then
    assertThat(progress).hasSizeGreaterThan(10).startsWith(0);
    assertThat(progress.get(1)).isGreaterThan(5);
  }

  @Test
  void aLookAroundAsksForNoMoreThanItsBudget() {
    // Given
    int before = asked().size();
    // When
    suggestions(named("mega-menu"));
    // Then
    List<String> asked = asked().subList(before, asked().size());
    assertThat(asked).hasSizeLessThanOrEqualTo(MOST_REQUESTS);
    assertThat(asked.stream().filter(url -> url.startsWith("http://www."))).doesNotHaveDuplicates();
    assertThat(asked.stream().filter(url -> URI.create(url).getPath().equals("/robots.txt")))
        .hasSizeLessThanOrEqualTo(16);
  }

  private static Shape named(String name) {
    return Shape.all().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private List<Suggestion> suggestions(Shape shape) {
    Explored explored = explore(shape, new ArrayList<>());
    assertThat(explored).as(shape.name()).isInstanceOf(Explored.Found.class);
    return ((Explored.Found) explored).findings().suggestions();
  }

  private Explored explore(Shape shape, List<Integer> progress) {
    return explorer
        .explore(
            UUID.nameUUIDFromBytes(shape.name().getBytes(UTF_8)),
            PageUrl.parse(shape.ask()),
            (_, findings) -> {
              progress.add(findings.suggestions().size());
              return Uni.createFrom().voidItem();
            })
        .await()
        .atMost(LONGEST);
  }

  private List<String> asked() {
    return given()
        .baseUri("http://127.0.0.1")
        .port(ConfigProvider.getConfig().getValue("test.shapes.port", Integer.class))
        .header("Host", ShapeServer.LOG)
        .get("/")
        .asString()
        .lines()
        .toList();
  }
}
