package io.competitoriq.analysis.battlecard;

import io.competitoriq.messages.ChangeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What differs between two editions of a card, section by section. Sections and blocks are the
/// same ones when their ids are. What did not change is left out.
///
/// @param facts the facts pinned to both that differ; empty when one of them is a draft
public record Comparison(List<SectionChange> sections, List<FactMove> facts) {

  /// A section that differs.
  ///
  /// @param kind MOVED when only its place did
  /// @param before its title then; null when it was not there
  /// @param after its title now; null when it is gone
  public record SectionChange(
      UUID id,
      ChangeKind kind,
      @Nullable String before,
      @Nullable String after,
      List<BlockChange> blocks) {}

  /// A block that differs.
  ///
  /// @param live which facts it shows; null for prose
  public record BlockChange(
      UUID id,
      ChangeKind kind,
      @Nullable LiveKind live,
      @Nullable String before,
      @Nullable String after) {}

  static Comparison of(CardContent before, CardContent after, List<FactMove> facts) {
    Map<UUID, Integer> places = places(before, after);
    Map<UUID, Section> then = new LinkedHashMap<>();
    before.sections().forEach(section -> then.put(section.id(), section));
    List<SectionChange> changes = new ArrayList<>();
    for (Section now : after.sections()) {
      Section was = then.remove(now.id());
      SectionChange change = change(was, now, places.getOrDefault(now.id(), 0) != 0);
      if (change != null) {
        changes.add(change);
      }
    }
    then.values().forEach(gone -> changes.add(Objects.requireNonNull(change(gone, null, false))));
    return new Comparison(changes, facts);
  }

  /// How far each section that is in both has moved among those.
  private static Map<UUID, Integer> places(CardContent before, CardContent after) {
    List<UUID> then = ids(before);
    List<UUID> now = ids(after);
    List<UUID> thenBoth = then.stream().filter(now::contains).toList();
    List<UUID> nowBoth = now.stream().filter(then::contains).toList();
    Map<UUID, Integer> moved = new LinkedHashMap<>();
    IntStream.range(0, nowBoth.size())
        .forEach(i -> moved.put(nowBoth.get(i), i - thenBoth.indexOf(nowBoth.get(i))));
    return moved;
  }

  private static List<UUID> ids(CardContent content) {
    return content.sections().stream().map(Section::id).toList();
  }

  private static @Nullable SectionChange change(
      @Nullable Section was, @Nullable Section now, boolean moved) {
    List<BlockChange> blocks =
        blocks(was == null ? List.of() : was.blocks(), now == null ? List.of() : now.blocks());
    String before = was == null ? null : was.title();
    String after = now == null ? null : now.title();
    UUID id = Objects.requireNonNull(now == null ? was : now).id();
    if (was == null || now == null) {
      ChangeKind kind = was == null ? ChangeKind.ADDED : ChangeKind.REMOVED;
      return new SectionChange(id, kind, before, after, blocks);
    }
    boolean same = blocks.isEmpty() && was.title().equals(now.title()) && was.kind() == now.kind();
    if (same && !moved) {
      return null;
    }
    return new SectionChange(
        id, same ? ChangeKind.MOVED : ChangeKind.MODIFIED, before, after, blocks);
  }

  private static List<BlockChange> blocks(List<Block> before, List<Block> after) {
    Map<UUID, Block> then = new LinkedHashMap<>();
    before.forEach(block -> then.put(block.id(), block));
    List<BlockChange> changes = new ArrayList<>();
    for (Block now : after) {
      Block was = then.remove(now.id());
      if (was == null) {
        changes.add(new BlockChange(now.id(), ChangeKind.ADDED, now.live(), null, now.text()));
      } else if (!was.text().equals(now.text())
          || was.live() != now.live()
          || !was.citations().equals(now.citations())) {
        changes.add(
            new BlockChange(now.id(), ChangeKind.MODIFIED, now.live(), was.text(), now.text()));
      }
    }
    then.values()
        .forEach(
            gone ->
                changes.add(
                    new BlockChange(
                        gone.id(), ChangeKind.REMOVED, gone.live(), gone.text(), null)));
    return changes;
  }
}
