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

  @Test
  void aRefusedEditTellsTheVersionThereIsAndAListOfTagsIsRead() {
    assertThatCode(() -> EntityTags.requireMatch("\"2\", \"3\"", 3)).doesNotThrowAnyException();
    assertThatThrownBy(() -> EntityTags.requireMatch("W/\"2\"", 3))
        .isInstanceOfSatisfying(
            ProblemException.class,
            p ->
                assertThat(p)
                    .extracting(x -> x.status(), x -> x.entityTag())
                    .containsExactly(412, "\"3\""));
  }

  @Test
  void whatIsKnownIsComparedWeakly() {
    String tag = EntityTags.weak(new byte[] {1});

    assertThat(EntityTags.isKnown(tag.substring(2), tag)).isTrue();
    assertThat(EntityTags.isKnown("*", tag)).isTrue();
    assertThat(EntityTags.isKnown(null, tag)).isFalse();
    assertThat(EntityTags.isKnown(EntityTags.weak(new byte[] {2}), tag)).isFalse();
  }
}
