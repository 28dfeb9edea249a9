package io.competitoriq.process.ignore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.competitoriq.http.ProblemException;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.ContentReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoringTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "-",
      value = {
        "TEXT  | powered by        | Powered by Acme 1      | Powered by Acme 2       | true",
        "TEXT  | powered by        | Powered by Acme        | Now $99 a month         | false",
        "TEXT  | powered by        | -                      | POWERED  by Acme        | true",
        "REGEX | \\d+ teams        | Trusted by 40 teams    | Trusted by 41 teams     | true",
        "REGEX | \\d+ teams        | Trusted by 40 teams    | Loved by 41 teams       | false",
        "REGEX | \\d+ teams        | -                      | Trusted by 41 teams     | false",
        "REGEX | .*\\d+ teams.*    | -                      | Trusted by 41 teams     | true",
        "REGEX | ^offer ends.*$    | Offer ends on Monday   | Offer ends on Tuesday   | true",
        "REGEX | \\d+ teams        | Same words             | Other words             | false",
      })
  void aRuleCoversADifferenceOnEverySideOrNotAtAll(
      RuleKind kind, String pattern, @Nullable String old, @Nullable String now, boolean covered) {
    Ignoring ignoring = Ignoring.of(List.of(rule(kind, pattern)));

    assertThat(ignoring.covering(old, now).isPresent()).isEqualTo(covered);
  }

  @Test
  void severalPatternsCoverTogetherWhatNoneCoversAlone() {
    Ignoring ignoring =
        Ignoring.of(List.of(rule(RuleKind.REGEX, "\\d+ teams"), rule(RuleKind.REGEX, "in \\w+$")));

    assertThat(ignoring.covering("40 teams in Rome", "41 teams in Oslo")).isPresent();
  }

  @Test
  void aSelectorCoversTheBlocksInsideWhatItFinds() {
    Content old = page("<main><p>First</p><div class=tips><p>Tip of Monday</p></div></main>");
    Content now = page("<main><p>Second</p><div class=tips><p>Tip of Tuesday</p></div></main>");
    Ignoring ignoring =
        Ignoring.of(List.of(rule(RuleKind.SELECTOR, ".tips"))).before(old).after(now);

    assertThat(ignoring.covering(old.blocks().get(1), now.blocks().get(1))).isPresent();
    assertThat(ignoring.covering(old.blocks().get(1), (Block) null)).isPresent();
    assertThat(ignoring.covering(old.blocks().get(0), now.blocks().get(0))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "TEXT     | ab                | fewer than 3 characters",
        "REGEX    | (abc              | missing closing )",
        "REGEX    | abc[z-a]          | wrong at character 5",
        "REGEX    | (?=x)y            | no look-around",
        "REGEX    | a*                | matches nothing at all",
        "SELECTOR | div[              | wrong at character",
        "SELECTOR | p:matches((a+)+b) | not allowed in a selector",
        "SELECTOR | a[href~=(a+)+]    | “~=” at character 7",
        "SELECTOR | body              | whole page",
      })
  void aPatternThatMeansNothingIsRefusedWithItsPlace(RuleKind kind, String pattern, String why) {
    assertThatThrownBy(() -> RulePattern.check(kind, pattern))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(why);
  }

  @Test
  void aHostileExpressionTakesLinearTime() {
    Ignoring ignoring = Ignoring.of(List.of(rule(RuleKind.REGEX, "(a+)+b")));
    String hostile = "a".repeat(20_000);

    Optional<IgnoreRule> covering =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> ignoring.covering(hostile, hostile + "c"));

    assertThat(covering).isEmpty();
  }

  @Test
  void aLevelThatReplacesSetsTheOnesAboveAside() {
    IgnoreRule workspace = rule(RuleLevel.WORKSPACE);
    IgnoreRule tag = rule(RuleLevel.TAG);
    IgnoreRule source = rule(RuleLevel.SOURCE);
    List<IgnoreRule> all = List.of(source, tag, workspace);

    EffectiveRules added = RuleCascade.of(all, List.of());
    EffectiveRules tagOnly = RuleCascade.of(all, List.of(RuleLevel.TAG));
    EffectiveRules sourceOnly = RuleCascade.of(all, List.of(RuleLevel.SOURCE));

    assertThat(added.rules()).containsExactly(workspace, tag, source);
    assertThat(tagOnly.rules()).containsExactly(tag, source);
    assertThat(tagOnly.replaced()).containsExactly(workspace);
    assertThat(sourceOnly.rules()).containsExactly(source);
    assertThat(sourceOnly.replaced()).containsExactly(workspace, tag);
  }

  private static Content page(String html) {
    return ContentReader.read(Jsoup.parse(html), _ -> false);
  }

  private static IgnoreRule rule(RuleLevel level) {
    return new IgnoreRule(
        UUID.randomUUID(),
        level,
        level == RuleLevel.TAG ? "rivals" : null,
        level == RuleLevel.SOURCE ? UUID.randomUUID() : null,
        RuleKind.TEXT,
        "powered by",
        UUID.randomUUID(),
        Instant.EPOCH);
  }

  private static IgnoreRule rule(RuleKind kind, String pattern) {
    return new IgnoreRule(
        UUID.randomUUID(),
        RuleLevel.WORKSPACE,
        null,
        null,
        kind,
        pattern,
        UUID.randomUUID(),
        Instant.EPOCH);
  }
}
