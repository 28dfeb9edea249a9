package io.competitoriq.flags;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is said about one flag, and for whom it is on.
///
/// @param percentage of the workspaces, 0 to 100
/// @param onFor workspaces for which it is on whatever the percentage
/// @param offFor workspaces for which it is off; wins over `onFor`
/// @param killed off for everybody
public record FlagRule(
    String key,
    boolean enabled,
    int percentage,
    Set<UUID> onFor,
    Set<UUID> offFor,
    boolean killed) {

  private static final int ALL = 100;
  private static final int STEPS = 10_000;

  public FlagRule {
    onFor = Set.copyOf(onFor);
    offFor = Set.copyOf(offFor);
    if (percentage < 0 || percentage > ALL) {
      throw new IllegalArgumentException("percentage must be between 0 and 100");
    }
  }

  /// What decided.
  enum Why {
    KILLED,
    DISABLED,
    NAMED,
    SPLIT,
    EVERYBODY
  }

  record Decision(boolean on, Why why) {}

  /// @param workspaceId null where there is none: only a flag that is on for all is on then
  Decision decide(@Nullable UUID workspaceId) {
    if (killed) {
      return new Decision(false, Why.KILLED);
    }
    if (workspaceId != null && offFor.contains(workspaceId)) {
      return new Decision(false, Why.NAMED);
    }
    if (workspaceId != null && onFor.contains(workspaceId)) {
      return new Decision(true, Why.NAMED);
    }
    if (!enabled) {
      return new Decision(false, Why.DISABLED);
    }
    if (percentage == ALL) {
      return new Decision(true, Why.EVERYBODY);
    }
    return new Decision(
        workspaceId != null && step(workspaceId) < percentage * (STEPS / ALL), Why.SPLIT);
  }

  /// The same for ever, and another one for another flag: no workspace is first with everything.
  private int step(UUID workspaceId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((key + ":" + workspaceId).getBytes(StandardCharsets.UTF_8));
      return (int) Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), STEPS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
