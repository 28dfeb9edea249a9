package io.competitoriq.gateway.auditlog;

import io.competitoriq.gateway.auditlog.ChainBreak.Fault;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Follows one chain from its first row to its head and stops at the first break. Rows come in the
/// order of their sequence; not for several threads at once.
final class ChainCheck {

  private final ChainHead head;
  private final long entries;
  private final Map<Long, String> anchors = new HashMap<>();
  private long furthestAnchor;
  private long sequence;
  private String hash = SealedEntry.NO_HASH;
  private long rows;
  private long forgotten;
  private @Nullable ChainBreak broken;

  /// @param head where the database says that the chain ends
  /// @param entries how many rows it has
  /// @param anchors heads of this chain that were saved elsewhere
  ChainCheck(ChainHead head, long entries, Collection<ChainHead> anchors) {
    this.head = head;
    this.entries = entries;
    for (ChainHead anchor : anchors) {
      this.anchors.put(anchor.sequence(), anchor.hash());
      furthestAnchor = Math.max(furthestAnchor, anchor.sequence());
    }
  }

  /// What came out.
  ///
  /// @param rows that were looked at
  /// @param forgotten rows of which something was blanked for somebody's sake; the rest of them
  ///   holds
  public record Result(
      ChainHead head, long rows, long forgotten, Optional<ChainBreak> firstBreak) {}

  /// Where to go on.
  long sequence() {
    return sequence;
  }

  /// @return whether to go on
  boolean accept(SealedEntry entry) {
    if (broken != null) {
      return false;
    }
    rows++;
    forgotten += entry.forgotten() ? 1 : 0;
    broken = breakAt(entry);
    sequence = entry.sequence();
    hash = entry.hash();
    return broken == null;
  }

  Result result() {
    return new Result(head, rows, forgotten, Optional.ofNullable(broken != null ? broken : end()));
  }

  private @Nullable ChainBreak breakAt(SealedEntry entry) {
    long expected = sequence + 1;
    if (entry.sequence() > expected) {
      return at(expected, Fault.MISSING, "rows up to " + (entry.sequence() - 1) + " are gone");
    }
    if (entry.sequence() < expected) {
      return at(entry.sequence(), Fault.INSERTED, "a second row with this number");
    }
    if (!entry.intact()) {
      return at(expected, Fault.CHANGED, "row " + entry.id() + " is not what was sealed");
    }
    if (!entry.previousHash().equals(hash)) {
      return at(expected, Fault.REWRITTEN, "it does not follow the row before it");
    }
    String anchor = anchors.get(expected);
    if (anchor != null && !anchor.equals(entry.hash())) {
      return at(expected, Fault.REWRITTEN, "another row stood here when the head was saved");
    }
    return null;
  }

  private @Nullable ChainBreak end() {
    if (sequence < Math.max(head.sequence(), furthestAnchor)) {
      return at(
          sequence + 1,
          Fault.CUT,
          "rows up to " + Math.max(head.sequence(), furthestAnchor) + " were there");
    }
    if (sequence > head.sequence()) {
      return at(head.sequence() + 1, Fault.INSERTED, "rows behind the head");
    }
    if (!hash.equals(head.hash())) {
      return at(sequence, Fault.REWRITTEN, "the last row is not the head");
    }
    if (rows != entries) {
      return at(sequence, Fault.INSERTED, (entries - rows) + " rows stand outside the order");
    }
    return null;
  }

  private static ChainBreak at(long sequence, Fault fault, String detail) {
    return new ChainBreak(sequence, fault, detail);
  }
}
