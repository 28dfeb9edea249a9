package io.competitoriq.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

  @Test
  void idsOfOneMillisecondComeInTheOrderTheyWereMade() {
    // When
    List<String> ids = Stream.generate(() -> Ids.next().toString()).limit(2000).toList();
    // Then
    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }
}
