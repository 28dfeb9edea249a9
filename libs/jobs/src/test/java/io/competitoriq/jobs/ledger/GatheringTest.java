package io.competitoriq.jobs.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatheringTest {

  private static final int MOST = 3;

  private final List<List<Integer>> requests = new ArrayList<>();
  private final Queue<CompletableFuture<List<String>>> onTheirWay = new ArrayDeque<>();
  private final Gathering<Integer, String> gathering = new Gathering<>(MOST, this::request);

  @Test
  void aLoneQuestionIsAskedAtOnce() {
    var answer = ask(1);

    arrives();

    assertThat(requests).containsExactly(List.of(1));
    assertThat(answer).isCompletedWithValue("answer to 1");
  }

  @Test
  void questionsThatComeWhileOneIsOnItsWayShareTheNext() {
    ask(1);
    var second = ask(2);
    var third = ask(3);

    arrives();
    arrives();

    assertThat(requests).containsExactly(List.of(1), List.of(2, 3));
    assertThat(second).isCompletedWithValue("answer to 2");
    assertThat(third).isCompletedWithValue("answer to 3");
  }

  @Test
  void noRequestHoldsMoreThanItsBound() {
    IntStream.rangeClosed(1, 6).forEach(this::ask);

    arrives();
    arrives();
    arrives();

    assertThat(requests).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
  }

  @Test
  void aFailureIsThatOfItsRequestAloneAndTheNextGoesOn() {
    var first = ask(1);
    var second = ask(2);

    onTheirWay.remove().completeExceptionally(new IllegalStateException("away"));
    arrives();

    assertThat(first).isCompletedExceptionally();
    assertThat(second).isCompletedWithValue("answer to 2");
  }

  @Test
  void afterSilenceTheNextQuestionIsALoneOneAgain() {
    ask(1);
    arrives();

    ask(2);

    assertThat(requests).containsExactly(List.of(1), List.of(2));
  }

  @Test
  void asManyRequestsAsAllowedAreOnTheirWayAtOnce() {
    var two = new Gathering<Integer, String>(MOST, 2, this::request);

    for (int question = 1; question <= 5; question++) {
      var unused = two.ask(question);
    }

    assertThat(requests).containsExactly(List.of(1), List.of(2));
    assertThat(two.waiting()).isEqualTo(3);
    arrives();
    assertThat(requests).containsExactly(List.of(1), List.of(2), List.of(3, 4, 5));
  }

  private CompletableFuture<String> ask(int question) {
    return gathering.ask(question).subscribeAsCompletionStage();
  }

  private Uni<List<String>> request(List<Integer> questions) {
    requests.add(questions);
    var answers = new CompletableFuture<List<String>>();
    onTheirWay.add(answers);
    return Uni.createFrom().completionStage(answers);
  }

  private void arrives() {
    List<Integer> questions = requests.get(requests.size() - onTheirWay.size());
    onTheirWay
        .remove()
        .complete(questions.stream().map(question -> "answer to " + question).toList());
  }
}
