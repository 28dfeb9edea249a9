package io.competitoriq.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.competitoriq.messages.AnswerQuestion;
import io.competitoriq.messages.AssessSignal;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.CompileAlertDigest;
import io.competitoriq.messages.CompileDigest;
import io.competitoriq.messages.DeliverAlert;
import io.competitoriq.messages.DiscoverSources;
import io.competitoriq.messages.KeepOffers;
import io.competitoriq.messages.MailMention;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.messages.ProposeSection;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.ReadOffers;
import io.competitoriq.messages.ReplayPages;
import io.competitoriq.messages.ReprocessSource;
import io.competitoriq.messages.RunAssessmentBatch;
import io.competitoriq.messages.WakeSignal;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Jobs outlive releases: a message written by an older service must be read by a newer one. A
/// golden file is never edited; a new field is added in a new file beside it.
class MessageContractTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final Map<String, Class<?>> GOLDEN =
      Map.ofEntries(
          Map.entry("collect-source.v1", CollectSource.class),
          Map.entry("collect-source.v2", CollectSource.class),
          Map.entry("collect-source.v3", CollectSource.class),
          Map.entry("discover-sources.v1", DiscoverSources.class),
          Map.entry("process-snapshot.v1", ProcessSnapshot.class),
          Map.entry("process-snapshot.v2", ProcessSnapshot.class),
          Map.entry("raise-signal.v1", RaiseSignal.class),
          Map.entry("reprocess-source.v1", ReprocessSource.class),
          Map.entry("answer-question.v1", AnswerQuestion.class),
          Map.entry("mail-mention.v1", MailMention.class),
          Map.entry("run-assessment-batch.v1", RunAssessmentBatch.class),
          Map.entry("assess-signal.v1", AssessSignal.class),
          Map.entry("read-offers.v1", ReadOffers.class),
          Map.entry("keep-offers.v1", KeepOffers.class),
          Map.entry("wake-signal.v1", WakeSignal.class),
          Map.entry("replay-pages.v1", ReplayPages.class),
          Map.entry("deliver-alert.v1", DeliverAlert.class),
          Map.entry("compile-alert-digest.v1", CompileAlertDigest.class),
          Map.entry("propose-section.v1", ProposeSection.class),
          Map.entry("compile-digest.v1", CompileDigest.class));

  static Stream<Arguments> golden() {
    return GOLDEN.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void aMessageOnceWrittenIsReadAndWrittenBackTheSame(String name, Class<?> type)
      throws IOException {
    ObjectNode golden = read(name);

    Object message = JSON.treeToValue(golden, type);

    JsonNode written = JSON.readTree(JSON.writeValueAsString(message));
    golden
        .properties()
        .forEach(it -> assertThat(written.get(it.getKey())).isEqualTo(it.getValue()));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void aFieldOfALaterReleaseDoesNotStopAnOlderReader(String name, Class<?> type)
      throws IOException {
    ObjectNode later = read(name);
    later.put("addedLater", true);

    assertThat(JSON.treeToValue(later, type)).isNotNull();
  }

  private static ObjectNode read(String name) throws IOException {
    try (var file = MessageContractTest.class.getResourceAsStream("/golden/" + name + ".json")) {
      return (ObjectNode) JSON.readTree(file);
    }
  }
}
