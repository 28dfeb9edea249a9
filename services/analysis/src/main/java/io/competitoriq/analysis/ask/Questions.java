package io.competitoriq.analysis.ask;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What was asked in a workspace.
@ApplicationScoped
class Questions {

  private final FeedbackRows feedback;
  private final WorkspaceTransactions transactions;

  Questions(FeedbackRows feedback, WorkspaceTransactions transactions) {
    this.feedback = feedback;
    this.transactions = transactions;
  }

  /// Newest first.
  ///
  /// @param askedBy only of this member; null: of all
  /// @param conversationId only of this conversation; null: of all
  Uni<Page<AskedHead>> list(
      UUID workspaceId,
      @Nullable UUID askedBy,
      @Nullable UUID conversationId,
      Optional<Cursor> after,
      int limit) {
    return transactions
        .in(workspaceId, tx -> rows(tx, askedBy, conversationId, after, limit + 1))
        .map(rows -> rows.stream().map(AskedHead::of).toList())
        .map(heads -> Page.of(heads, limit, head -> Cursor.of(head.askedAt(), head.id())));
  }

  private static Uni<List<StoredQuestion>> rows(
      Mutiny.Session tx,
      @Nullable UUID askedBy,
      @Nullable UUID conversationId,
      Optional<Cursor> after,
      int most) {
    List<String> conditions = new ArrayList<>(List.of("id is not null"));
    if (askedBy != null) {
      conditions.add("askedBy = :member");
    }
    if (conversationId != null) {
      conditions.add("conversationId = :conversation");
    }
    if (after.isPresent()) {
      conditions.add("(askedAt < :at or (askedAt = :at and id < :id))");
    }
    var query =
        tx.createSelectionQuery(
            "from StoredQuestion where "
                + String.join(" and ", conditions)
                + " order by askedAt desc, id desc",
            StoredQuestion.class);
    if (askedBy != null) {
      query.setParameter("member", askedBy);
    }
    if (conversationId != null) {
      query.setParameter("conversation", conversationId);
    }
    after.ifPresent(at -> query.setParameter("at", at.at()).setParameter("id", at.id()));
    return query.setMaxResults(most).getResultList();
  }

  Uni<AnswerView> get(UUID workspaceId, UUID id, AnswerView.Reader reader) {
    return transactions.in(
        workspaceId,
        tx ->
            find(tx, id)
                .chain(
                    row ->
                        feedback
                            .of(tx, id, reader.memberId())
                            .map(tally -> AnswerView.of(row, tally, reader))));
  }

  /// The question as it was asked, to be asked again as of now.
  Uni<Asked> asked(UUID workspaceId, UUID id) {
    return transactions
        .in(workspaceId, tx -> find(tx, id))
        .map(row -> new Asked(row.text, row.scope, row.zone, row.conversationId));
  }

  Uni<AnswerView> rate(
      UUID workspaceId, UUID id, AnswerView.Reader reader, boolean useful, String note) {
    return transactions.in(
        workspaceId,
        tx ->
            find(tx, id)
                .call(_ -> feedback.give(tx, workspaceId, id, reader.memberId(), useful, note))
                .chain(
                    row ->
                        feedback
                            .of(tx, id, reader.memberId())
                            .map(tally -> AnswerView.of(row, tally, reader))));
  }

  /// For good. Members take their own away, admins anybody's.
  Uni<Void> delete(UUID workspaceId, UUID id, AnswerView.Reader reader) {
    return transactions.in(
        workspaceId,
        tx ->
            find(tx, id)
                .invoke(
                    row -> {
                      if (!reader.admin() && !row.askedBy.equals(reader.memberId())) {
                        throw Problems.forbidden(
                            "question-of-another",
                            "Only who asked it, or an admin, takes a question away.");
                      }
                    })
                .chain(tx::remove));
  }

  private static Uni<StoredQuestion> find(Mutiny.Session tx, UUID id) {
    return tx.find(StoredQuestion.class, id)
        .onItem()
        .ifNull()
        .failWith(
            () -> Problems.notFound("question-not-found", "There is no question " + id + "."));
  }
}
