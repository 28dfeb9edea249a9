package io.competitoriq.analysis.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.assessment.Reassessments;
import io.competitoriq.analysis.assessment.Reassessments.Asked;
import io.competitoriq.analysis.batch.BatchRows.Item;
import io.competitoriq.analysis.batch.BatchRows.Row;
import io.competitoriq.analysis.model.BatchAccounting;
import io.competitoriq.analysis.model.ModelBatches;
import io.competitoriq.analysis.model.ModelReply;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Takes the answers of a batch, one transaction each: the ledger, the assessment and the item
/// together, so that an answer is taken once however often its file is read.
@ApplicationScoped
class BatchHarvest {

  private final BatchRows rows;
  private final BatchSelection selection;
  private final Reassessments reassessments;
  private final ModelBatches provider;
  private final BatchAccounting accounting;
  private final WorkspaceTransactions transactions;
  private final ObjectMapper json;

  BatchHarvest(
      BatchRows rows,
      BatchSelection selection,
      Reassessments reassessments,
      ModelBatches provider,
      BatchAccounting accounting,
      WorkspaceTransactions transactions,
      ObjectMapper json) {
    this.rows = rows;
    this.selection = selection;
    this.reassessments = reassessments;
    this.provider = provider;
    this.accounting = accounting;
    this.transactions = transactions;
    this.json = json;
  }

  /// @param file lines of the provider's output and error files, in any order, perhaps not all
  Uni<Void> settleAll(UUID workspaceId, Row row, String file) {
    Map<String, JsonNode> lines = parsed(file);
    return transactions
        .in(workspaceId, tx -> rows.waiting(tx, row.view().id()))
        .onItem()
        .transformToMulti(items -> Multi.createFrom().iterable(items))
        .onItem()
        .transformToUniAndConcatenate(
            item ->
                Optional.ofNullable(lines.get(item.signalId().toString()))
                    .map(line -> settle(workspaceId, row, item, line))
                    .orElseGet(() -> Uni.createFrom().voidItem()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> settle(UUID workspaceId, Row row, Item item, JsonNode line) {
    return selection
        .again(workspaceId, item, row.promptVersion())
        .chain(
            asked ->
                asked
                    .map(
                        question ->
                            take(workspaceId, row, item, question, provider.read(line), true))
                    .orElseGet(
                        () -> fail(workspaceId, row, item, "The question is not known any more.")));
  }

  /// Judges an answer like any other and keeps all that follows from it at once.
  ///
  /// @param paid false when it was known before and costs nothing
  Uni<Void> take(
      UUID workspaceId, Row row, Item item, Asked question, ModelReply reply, boolean paid) {
    return selection
        .onWorker(() -> reassessments.judged(question, reply))
        .chain(
            judged ->
                transactions.in(
                    workspaceId, tx -> take(tx, row, item, new Taken(question, judged, paid))));
  }

  /// A judged answer.
  ///
  /// @param paid false when it was known before
  private record Taken(Asked question, ModelReply judged, boolean paid) {}

  private Uni<Void> take(Mutiny.Session tx, Row row, Item item, Taken taken) {
    UUID id = row.view().id();
    Uni<Long> cost =
        taken.paid
            ? accounting.record(tx, taken.question.purpose(), taken.question.worded(), taken.judged)
            : Uni.createFrom().item(0L);
    return reassessments
        .settle(taken.question, taken.judged, row.view().model())
        .chain(
            outcome ->
                rows.settle(tx, id, item.signalId(), outcome.answered(), outcome.reason())
                    .chain(
                        first ->
                            first
                                ? cost.chain(
                                    micros -> rows.count(tx, id, outcome.answered(), micros))
                                : Uni.createFrom().item(0)))
        .replaceWithVoid();
  }

  Uni<Void> fail(UUID workspaceId, Row row, Item item, String reason) {
    return transactions.in(workspaceId, tx -> failAll(tx, row.view().id(), List.of(item), reason));
  }

  /// In the caller's transaction.
  Uni<Void> failAll(Mutiny.Session tx, UUID id, List<Item> items, String reason) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUniAndConcatenate(
            item ->
                rows.settle(tx, id, item.signalId(), false, reason)
                    .chain(() -> rows.count(tx, id, false, 0)))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Map<String, JsonNode> parsed(String file) {
    Map<String, JsonNode> lines = new HashMap<>();
    file.lines()
        .filter(line -> !line.isBlank())
        .forEach(
            text -> {
              try {
                JsonNode line = json.readTree(text);
                lines.putIfAbsent(line.path("custom_id").asText(""), line);
              } catch (JsonProcessingException cutOff) {
                // Its item is left waiting and said to have no answer.
              }
            });
    return lines;
  }
}
