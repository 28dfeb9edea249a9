package io.competitoriq.analysis.model;

import io.competitoriq.analysis.model.BudgetsView.AccountView;
import io.competitoriq.analysis.model.BudgetsView.SpentView;
import io.competitoriq.analysis.model.SpendRows.Place;
import io.competitoriq.analysis.setting.SettingAction;
import io.competitoriq.analysis.setting.SettingChanges;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// What models cost and may cost, as people see and set it.
@ApplicationScoped
class Accounting {

  private final LanguageModel model;
  private final ModelTraits traits;
  private final Budgets budgets;
  private final SpendRows spend;
  private final ModelCallRepository calls;
  private final SettingChanges changes;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Accounting(
      LanguageModel model,
      ModelTraits traits,
      Budgets budgets,
      SpendRows spend,
      ModelCallRepository calls,
      SettingChanges changes,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.model = model;
    this.traits = traits;
    this.budgets = budgets;
    this.spend = spend;
    this.calls = calls;
    this.changes = changes;
    this.transactions = transactions;
    this.clock = clock;
  }

  Uni<BudgetsView> budgets(UUID workspaceId) {
    return transactions.in(workspaceId, tx -> view(tx, workspaceId));
  }

  Uni<BudgetsView> put(UUID workspaceId, UUID memberId, PutBudgets wanted) {
    for (PutBudgets.PutBudget one : wanted.accounts()) {
      requireKnown(one.account());
    }
    return transactions.in(
        workspaceId,
        tx ->
            Multi.createFrom()
                .iterable(wanted.accounts())
                .onItem()
                .transformToUniAndConcatenate(
                    one ->
                        put(
                            tx,
                            new Editor(workspaceId, memberId),
                            new Account(one.account()),
                            new Budget(one.dayMicros(), one.monthMicros())))
                .collect()
                .last()
                .chain(() -> view(tx, workspaceId)));
  }

  /// Who sets a budget.
  private record Editor(UUID workspaceId, UUID memberId) {}

  private Uni<Void> put(Mutiny.Session tx, Editor editor, Account account, Budget budget) {
    return budgets
        .of(tx, editor.workspaceId, account)
        .chain(
            was ->
                was.equals(budget)
                    ? Uni.createFrom().voidItem()
                    : budgets
                        .put(tx, editor.workspaceId, account, budget)
                        .chain(
                            () ->
                                changes.add(
                                    tx,
                                    new SettingChanges.Change(
                                        editor.workspaceId,
                                        editor.memberId,
                                        SettingAction.MODEL_BUDGET_CHANGED,
                                        "budget " + account.name(),
                                        was,
                                        budget))));
  }

  Uni<UsagePage> usage(
      UUID workspaceId, Optional<YearMonth> month, Optional<Cursor> after, int limit) {
    return transactions.in(
        workspaceId,
        tx ->
            calls
                .newest(month, after, limit)
                .chain(
                    rows ->
                        months(tx, after.isEmpty())
                            .map(months -> UsagePage.of(rows, limit, months))));
  }

  private Uni<List<UsagePage.UsageMonth>> months(Mutiny.Session tx, boolean firstPage) {
    return firstPage ? calls.months(tx) : Uni.createFrom().item(List.of());
  }

  private Uni<BudgetsView> view(Mutiny.Session tx, UUID workspaceId) {
    return Multi.createFrom()
        .iterable(Account.all())
        .onItem()
        .transformToUniAndConcatenate(account -> view(tx, workspaceId, account))
        .collect()
        .asList()
        .map(
            accounts ->
                model.availability() instanceof Availability.Ready ready
                    ? new BudgetsView(
                        ready.model(), !traits.priceOf(ready.model()).isFree(), accounts)
                    : new BudgetsView(null, false, accounts));
  }

  private Uni<AccountView> view(Mutiny.Session tx, UUID workspaceId, Account account) {
    return budgets
        .of(tx, workspaceId, account)
        .chain(
            budget ->
                spent(tx, workspaceId, account, Period.DAY)
                    .chain(
                        day ->
                            spent(tx, workspaceId, account, Period.MONTH)
                                .map(
                                    month ->
                                        new AccountView(
                                            account.name(),
                                            budget.dayMicros(),
                                            budget.monthMicros(),
                                            day,
                                            month))));
  }

  private Uni<SpentView> spent(
      Mutiny.Session tx, UUID workspaceId, Account account, Period period) {
    LocalDate starts = period.startOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    return spend
        .look(tx, new Place(workspaceId, account, period, starts))
        .map(spent -> new SpentView(starts, spent.spentMicros(), spent.reservedMicros()));
  }

  private static void requireKnown(String account) {
    List<String> known = Account.all().stream().map(Account::name).toList();
    if (!known.contains(account)) {
      throw Problems.badField(
          "request-invalid", "account", "account must be one of " + String.join(", ", known) + ".");
    }
  }
}
