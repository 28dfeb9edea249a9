package io.competitoriq.analysis.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.setting.SettingAction;
import io.competitoriq.analysis.setting.SettingChanges;
import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What workspaces say of their own companies.
@ApplicationScoped
public class CompanyProfiles {

  private static final String READ =
      "select version, content::text, updated_by, updated_at from company_profile"
          + " where workspace_id = $1";
  private static final String WRITE =
      """
      insert into company_profile (workspace_id, version, content, updated_by, updated_at)
      values ($1, 1, ($2::text)::jsonb, $3, $4)
      on conflict (workspace_id) do update
         set version = company_profile.version + 1, content = excluded.content,
             updated_by = excluded.updated_by, updated_at = excluded.updated_at
       where company_profile.version = $5""";

  private final SettingChanges changes;
  private final WorkspaceTransactions transactions;
  private final ObjectMapper json;
  private final Clock clock;

  CompanyProfiles(
      SettingChanges changes, WorkspaceTransactions transactions, ObjectMapper json, Clock clock) {
    this.changes = changes;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  /// What a model is told when it assesses a change of that competitor.
  public Uni<OwnCompany> toldAbout(UUID workspaceId, UUID competitorId) {
    return get(workspaceId).map(view -> OwnCompany.of(view, competitorId, json));
  }

  Uni<CompanyProfileView> get(UUID workspaceId) {
    return transactions.in(workspaceId, tx -> read(tx, workspaceId));
  }

  /// A profile that is what it was keeps its version.
  Uni<CompanyProfileView> put(
      UUID workspaceId, UUID memberId, CompanyProfile wanted, @Nullable String ifMatch) {
    require(wanted);
    return transactions.in(
        workspaceId,
        tx ->
            read(tx, workspaceId)
                .chain(
                    was -> {
                      EntityTags.requireMatchIfAny(ifMatch, was.version());
                      return wanted.equals(was.profile())
                          ? Uni.createFrom().item(was)
                          : write(tx, workspaceId, memberId, was, wanted);
                    }));
  }

  private Uni<CompanyProfileView> write(
      Mutiny.Session tx,
      UUID workspaceId,
      UUID memberId,
      CompanyProfileView was,
      CompanyProfile wanted) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return SessionSql.of(tx)
        .update(WRITE, workspaceId, text(wanted), memberId, now, was.version())
        .invoke(
            rows -> {
              if (rows != 1) {
                throw Problems.conflict(
                    "company-profile-changed",
                    "Somebody else saved the profile at the same moment; read it and save again.");
              }
            })
        .chain(
            () ->
                changes.add(
                    tx,
                    new SettingChanges.Change(
                        workspaceId,
                        memberId,
                        SettingAction.COMPANY_PROFILE_CHANGED,
                        "company profile",
                        was.version() == 0 ? null : was.profile(),
                        wanted)))
        .chain(() -> read(tx, workspaceId));
  }

  private Uni<CompanyProfileView> read(Mutiny.Session tx, UUID workspaceId) {
    return SessionSql.of(tx).select(READ, workspaceId).map(this::view);
  }

  private CompanyProfileView view(List<Object[]> rows) {
    if (rows.isEmpty()) {
      return new CompanyProfileView(0, CompanyProfile.EMPTY, null, null);
    }
    Object[] row = rows.getFirst();
    try {
      return new CompanyProfileView(
          ((Number) row[0]).longValue(),
          json.readValue((String) row[1], CompanyProfile.class),
          (UUID) row[2],
          ((OffsetDateTime) row[3]).toInstant());
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("a company profile is not readable", unreadable);
    }
  }

  private String text(CompanyProfile profile) {
    try {
      return json.writeValueAsString(profile);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void require(CompanyProfile wanted) {
    for (CompanyProfile.OwnPlan plan : wanted.plans()) {
      if ((plan.amountMinor() == null) != (plan.currency() == null)) {
        throw Problems.badField(
            "company-profile-invalid",
            "plans",
            "The plan " + plan.name() + " needs an amount and a currency, or neither.");
      }
    }
    Set<Object> once = new HashSet<>();
    wanted.relations().forEach(relation -> requireOnce(once, "relations", relation.competitorId()));
    wanted.teams().forEach(team -> requireOnce(once, "teams", team.audience()));
  }

  private static void requireOnce(Set<Object> seen, String field, Object key) {
    if (!seen.add(key)) {
      throw Problems.badField(
          "company-profile-invalid", field, field + " names " + key + " more than once.");
    }
  }
}
