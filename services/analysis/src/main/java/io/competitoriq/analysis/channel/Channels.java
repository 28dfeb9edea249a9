package io.competitoriq.analysis.channel;

import io.competitoriq.analysis.setting.SettingAction;
import io.competitoriq.analysis.setting.SettingChanges;
import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.seal.Seals;
import io.competitoriq.seal.Seals.Sealed;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The places people are told at.
@ApplicationScoped
public class Channels {

  private final Seals seals;
  private final SettingChanges changes;
  private final WorkspaceTransactions transactions;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Channels(Seals seals, SettingChanges changes, WorkspaceTransactions transactions, Clock clock) {
    this.seals = seals;
    this.changes = changes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// A channel with its secret open, for one exchange.
  ///
  /// @param secret the chat's address, the webhook's signing secret; empty for mail
  public record Open(
      UUID id, ChannelKind kind, ChannelFormat format, String target, String secret) {

    @Override
    public String toString() {
      return "Open[" + id + "]";
    }
  }

  /// Those of the ids that can be delivered to, in the running transaction.
  public Uni<List<UUID>> usable(Mutiny.Session tx, Collection<UUID> ids) {
    return tx.createSelectionQuery(
            "select id from Channel where id in :ids and enabled and archivedAt is null order by id",
            UUID.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /// Empty when it was archived. Fails with [io.competitoriq.seal.SealBroken] when its secret
  /// cannot be read.
  public Uni<Optional<Open>> open(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.find(Channel.class, id)
                .map(
                    row ->
                        Optional.ofNullable(row)
                            .filter(found -> found.archivedAt == null)
                            .map(this::opened)));
  }

  /// The receiver said that it is gone: nothing is sent there until a person says so.
  public Uni<Void> switchOff(Mutiny.Session tx, UUID id, String trouble) {
    return tx.find(Channel.class, id)
        .invoke(
            row -> {
              row.enabled = false;
              row.trouble = trouble;
              row.updatedAt = clock.instant();
            })
        .replaceWithVoid();
  }

  /// Fails with 404 unless there is such a channel.
  public Uni<Void> require(Mutiny.Session tx, UUID id) {
    return find(tx, id).replaceWithVoid();
  }

  Uni<List<ChannelView>> list(UUID workspaceId) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.createSelectionQuery(
                    "from Channel where archivedAt is null order by createdAt, id", Channel.class)
                .getResultList()
                .map(rows -> rows.stream().map(ChannelView::of).toList()));
  }

  Uni<ChannelView> get(UUID workspaceId, UUID id) {
    return transactions.in(workspaceId, tx -> find(tx, id).map(ChannelView::of));
  }

  Uni<ChannelView> create(UUID workspaceId, UUID memberId, ChannelRequest wanted) {
    Channel row = new Channel();
    row.id = Ids.next();
    row.workspaceId = workspaceId;
    row.name = wanted.name().strip();
    row.kind = wanted.kind();
    row.format = wanted.format() == null ? ChannelFormat.STANDARD : wanted.format();
    row.enabled = true;
    ChannelRequest.requireFormat(row.kind, row.format);
    row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    row.updatedAt = row.createdAt;
    String made = aim(row, wanted.target());
    return transactions.in(
        workspaceId,
        tx ->
            tx.persist(row)
                .chain(() -> note(tx, memberId, SettingAction.CHANNEL_CREATED, row, null))
                .replaceWith(() -> ChannelView.with(row, made)));
  }

  Uni<ChannelView> edit(Act act, ChannelRequest.Edit edit, @Nullable String ifMatch) {
    return change(act, SettingAction.CHANNEL_CHANGED, ifMatch, row -> edit(row, edit));
  }

  /// What somebody does to a channel.
  record Act(UUID workspaceId, UUID memberId, UUID id) {}

  /// A new signing secret; the old one is void at once.
  Uni<ChannelView> renewSecret(Act act) {
    return change(
        act,
        SettingAction.CHANNEL_SECRET_RENEWED,
        null,
        row -> {
          if (row.kind != ChannelKind.WEBHOOK) {
            throw Problems.unprocessable(
                "channel-unsigned", "Only webhooks have a signing secret.");
          }
          return newSecret(row);
        });
  }

  Uni<Void> archive(Act act) {
    return change(
            act,
            SettingAction.CHANNEL_REMOVED,
            null,
            row -> {
              row.archivedAt = clock.instant();
              return null;
            })
        .replaceWithVoid();
  }

  private interface Change {
    /// Answers a secret to be shown once.
    @Nullable String to(Channel row);
  }

  private Uni<ChannelView> change(
      Act act, SettingAction action, @Nullable String ifMatch, Change change) {
    return transactions.in(
        act.workspaceId,
        tx ->
            find(tx, act.id)
                .chain(
                    row -> {
                      EntityTags.requireMatchIfAny(ifMatch, row.version);
                      Map<String, Object> was = told(row);
                      String made = change.to(row);
                      row.updatedAt = clock.instant();
                      return tx.flush()
                          .chain(() -> note(tx, act.memberId, action, row, was))
                          .replaceWith(() -> ChannelView.with(row, made));
                    }));
  }

  private Uni<Void> note(
      Mutiny.Session tx,
      UUID memberId,
      SettingAction action,
      Channel row,
      @Nullable Map<String, Object> was) {
    return changes.add(
        tx,
        new SettingChanges.Change(
            row.workspaceId,
            memberId,
            action,
            "channel " + row.name,
            was,
            row.archivedAt == null ? told(row) : null));
  }

  /// What the trail keeps of a channel: what everybody sees of it, never its secret.
  private static Map<String, Object> told(Channel row) {
    return Map.of(
        "id",
        row.id,
        "name",
        row.name,
        "kind",
        row.kind,
        "target",
        row.target,
        "format",
        row.format,
        "enabled",
        row.enabled);
  }

  private @Nullable String edit(Channel row, ChannelRequest.Edit edit) {
    if (edit.name() != null) {
      row.name = edit.name().strip();
    }
    if (edit.enabled() != null) {
      row.enabled = edit.enabled();
      row.trouble = null;
    }
    if (edit.format() != null) {
      ChannelRequest.requireFormat(row.kind, edit.format());
      row.format = edit.format();
    }
    if (edit.target() == null) {
      return null;
    }
    if (row.kind == ChannelKind.WEBHOOK) {
      row.target = ChannelRequest.shown(row.kind, edit.target());
      return null;
    }
    return aim(row, edit.target());
  }

  /// Points the channel at its target; answers the secret that was made for it.
  private @Nullable String aim(Channel row, String target) {
    row.target = ChannelRequest.shown(row.kind, target);
    return switch (row.kind) {
      case EMAIL -> null;
      case WEBHOOK -> newSecret(row);
      case SLACK, TEAMS, DISCORD -> {
        seal(row, target.strip());
        yield null;
      }
    };
  }

  private String newSecret(Channel row) {
    String secret = Signature.newSecret(random);
    seal(row, secret);
    return secret;
  }

  private void seal(Channel row, String secret) {
    if (!seals.usable()) {
      throw Problems.unavailable(
          "secret-key-missing",
          "Secrets cannot be stored here: set CIQ_SECRET_KEYS to id:base64 of 32 random bytes and"
              + " start the analysis service again.",
          Duration.ofMinutes(5));
    }
    Sealed sealed = seals.seal(secret, purpose(row));
    row.sealed = sealed.bytes();
    row.sealedBy = sealed.keyId();
  }

  private Open opened(Channel row) {
    String secret =
        row.sealed == null || row.sealedBy == null
            ? ""
            : seals.open(new Sealed(row.sealedBy, row.sealed), purpose(row));
    return new Open(row.id, row.kind, row.format, row.target, secret);
  }

  private static String purpose(Channel row) {
    return row.workspaceId + "/channel/" + row.id;
  }

  private static Uni<Channel> find(Mutiny.Session tx, UUID id) {
    return tx.find(Channel.class, id)
        .map(
            row -> {
              if (row == null || row.archivedAt != null) {
                throw Problems.notFound("channel-not-found", "No channel " + id + ".");
              }
              return row;
            });
  }
}
