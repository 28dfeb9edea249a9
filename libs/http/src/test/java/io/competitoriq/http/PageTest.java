package io.competitoriq.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  @Test
  void theExtraRowBecomesTheCursorOfTheLastShownOne() {
    Page<String> page = Page.of(List.of("a", "b", "c"), 2, row -> "after-" + row);

    assertThat(page.items()).containsExactly("a", "b");
    assertThat(page.nextCursor()).isEqualTo("after-b");
  }

  @Test
  void theLastPageHasNoCursor() {
    assertThat(Page.of(List.of("a", "b"), 2, row -> row).nextCursor()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 201, Integer.MAX_VALUE})
  void aLimitOutsideTheRangeIsRefused(int limit) {
    assertThatThrownBy(() -> Page.requireLimit(limit)).isInstanceOf(ProblemException.class);
  }

  @Test
  void anEditNeedsTheVersionThatWasRead() {
    assertThatCode(() -> EntityTags.requireMatch("\"3\"", 3)).doesNotThrowAnyException();
    assertThatCode(() -> EntityTags.requireMatch("W/\"3\"", 3)).doesNotThrowAnyException();
    assertThatThrownBy(() -> EntityTags.requireMatch("\"2\"", 3))
        .isInstanceOfSatisfying(ProblemException.class, p -> assertThat(p.status()).isEqualTo(412));
    assertThatThrownBy(() -> EntityTags.requireMatch(null, 3))
        .isInstanceOfSatisfying(ProblemException.class, p -> assertThat(p.status()).isEqualTo(428));
  }
}
