package io.competitoriq.analysis.mention;

import io.competitoriq.analysis.channel.ChannelConfig;
import io.competitoriq.analysis.channel.Handover;
import io.competitoriq.analysis.channel.Mails;
import io.competitoriq.analysis.mention.ToldCommentResource.Named;
import io.competitoriq.analysis.mention.ToldCommentResource.ToldComment;
import io.competitoriq.analysis.signal.Comments;
import io.competitoriq.http.Ids;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.MailMention;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Tells members by mail that a comment names them: ordered in the comment's transaction, sent by a
/// job, under an id that stays over repeats.
@ApplicationScoped
public class MentionMails {

  private static final String ORDER =
      """
      insert into mention_mail (comment_id, member_id, workspace_id, mail_id, email, author)
      values ($1, $2, $3, $4, $5, $6) on conflict do nothing""";
  private static final String DUE =
      """
      select m.mail_id, m.email, m.author, c.body, s.id, s.headline
        from mention_mail m
        join signal_comment c on c.id = m.comment_id
        join signal s on s.id = c.signal_id
       where m.comment_id = $1 and m.member_id = $2 and m.told_at is null""";
  private static final String TOLD =
      "update mention_mail set told_at = $3 where comment_id = $1 and member_id = $2";

  private final Comments comments;
  private final Mails mails;
  private final JobQueue jobs;
  private final WorkspaceTransactions transactions;
  private final Clock clock;
  private final String base;

  MentionMails(
      Comments comments,
      Mails mails,
      JobQueue jobs,
      WorkspaceTransactions transactions,
      ChannelConfig config,
      Clock clock) {
    this.comments = comments;
    this.mails = mails;
    this.jobs = jobs;
    this.transactions = transactions;
    this.clock = clock;
    this.base = config.publicUrl().toString().replaceFirst("/+$", "");
  }

  /// A mail that is to be sent.
  public record Due(UUID id, String email, String subject, String text) {}

  /// Nobody is told of their own words.
  Uni<Comments.View> add(UUID workspaceId, UUID author, UUID signalId, ToldComment comment) {
    Set<UUID> mentions = comment.mentions() == null ? Set.of() : comment.mentions();
    return transactions.in(
        workspaceId,
        tx ->
            comments
                .add(workspaceId, signalId, author, comment.body(), mentions)
                .call(view -> tx.flush())
                .call(
                    view ->
                        Multi.createFrom()
                            .iterable(comment.tell())
                            .filter(named -> mentions.contains(named.memberId()))
                            .filter(named -> !named.memberId().equals(author))
                            .onItem()
                            .transformToUniAndConcatenate(
                                named -> order(tx, workspaceId, view.id(), comment, named))
                            .collect()
                            .last()));
  }

  /// Empty when there is nothing to do: told already, or the comment was taken back.
  public Uni<Optional<Due>> due(UUID workspaceId, MailMention mention) {
    return transactions
        .in(
            workspaceId,
            tx -> SessionSql.of(tx).select(DUE, mention.commentId(), mention.memberId()))
        .map(rows -> rows.stream().findFirst().map(this::due));
  }

  public Uni<Handover> send(UUID workspaceId, Due due) {
    return mails.note(workspaceId, due.email(), due.id(), due.subject(), due.text());
  }

  /// In the job's transaction.
  public Uni<Void> told(Mutiny.Session tx, MailMention mention) {
    return SessionSql.of(tx)
        .update(
            TOLD, mention.commentId(), mention.memberId(), clock.instant().atOffset(ZoneOffset.UTC))
        .replaceWithVoid();
  }

  private Uni<Void> order(
      Mutiny.Session tx, UUID workspaceId, UUID commentId, ToldComment comment, Named named) {
    var job =
        NewJob.of(
                MailMention.QUEUE,
                MailMention.KIND,
                workspaceId,
                new MailMention(commentId, named.memberId()))
            .dedup("mention " + commentId + " " + named.memberId());
    return SessionSql.of(tx)
        .update(
            ORDER,
            commentId,
            named.memberId(),
            workspaceId,
            Ids.next(),
            named.email(),
            comment.author())
        .chain(() -> jobs.enqueue(tx, job))
        .replaceWithVoid();
  }

  private Due due(Object[] row) {
    String author = (String) row[2];
    String headline = (String) row[5];
    return new Due(
        (UUID) row[0],
        (String) row[1],
        author + " named you: " + headline,
        "%s named you in a comment on \"%s\":\n\n%s\n\n%s/signals/%s\n"
            .formatted(author, headline, row[3], base, row[4]));
  }
}
