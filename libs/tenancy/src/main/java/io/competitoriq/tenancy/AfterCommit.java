package io.competitoriq.tenancy;

import io.smallrye.common.vertx.ContextLocals;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/// Work that makes sense only once the transaction at hand has committed, such as waking a worker.
/// Best effort: it is skipped on rollback and lost when the process dies in between, so nothing may
/// depend on it.
public final class AfterCommit {

  private static final Logger LOG = Logger.getLogger(AfterCommit.class);
  private static final String KEY = "ciq.after-commit";
  private static final String WORKSPACE_KEY = "ciq.transaction-workspace";

  private AfterCommit() {}

  /// Runs the action after the commit of the transaction of [WorkspaceTransactions] around it.
  ///
  /// @throws IllegalStateException outside such a transaction
  public static void run(Runnable action) {
    List<Runnable> actions =
        ContextLocals.<List<Runnable>>get(KEY)
            .orElseThrow(
                () -> new IllegalStateException("after-commit work needs a workspace transaction"));
    actions.add(action);
  }

  static void open(String workspace) {
    ContextLocals.put(KEY, new ArrayList<Runnable>());
    ContextLocals.put(WORKSPACE_KEY, workspace);
  }

  /// A transaction is bound to one workspace for good; joining it for another would show its rows.
  static void requireSame(String workspace) {
    if (!ContextLocals.get(WORKSPACE_KEY).orElse("").equals(workspace)) {
      throw new IllegalStateException("the transaction around this call is another workspace's");
    }
  }

  static boolean isOpen() {
    return Vertx.currentContext() != null && ContextLocals.get(KEY).isPresent();
  }

  static void discard() {
    ContextLocals.remove(KEY);
    ContextLocals.remove(WORKSPACE_KEY);
  }

  static void runAll() {
    List<Runnable> actions = ContextLocals.<List<Runnable>>get(KEY).orElse(List.of());
    discard();
    for (Runnable action : actions) {
      try {
        action.run();
      } catch (RuntimeException failed) {
        LOG.warnf("after-commit work failed error=%s", failed);
      }
    }
  }
}
