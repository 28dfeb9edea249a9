package io.competitoriq.process.change;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.Evidence;
import io.competitoriq.messages.Side;
import io.competitoriq.messages.TextChange;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteCheck;
import io.competitoriq.process.evidence.Version;
import io.competitoriq.process.noise.StablePart;
import io.competitoriq.process.noise.TextKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes down text changes with their evidence. Text and quote are cut to the part that stays true
/// while time passes.
final class Hunks {

  private final Version then;
  private final Version now;
  private final Supplier<UUID> ids;

  Hunks(Version then, Version now, Supplier<UUID> ids) {
    this.then = then;
    this.now = now;
    this.ids = ids;
  }

  Hunk of(Step step) {
    Block before = step.before();
    Block after = step.after();
    List<Evidence> evidence = new ArrayList<>();
    if (before != null) {
      evidence.add(QuoteCheck.evidence(Side.BEFORE, then, quote(before), ids));
    }
    if (after != null) {
      evidence.add(QuoteCheck.evidence(Side.AFTER, now, quote(after), ids));
    }
    ChangeKind kind = Objects.requireNonNull(step.kind());
    TextChange text = new TextChange(kind, step.block().path(), cut(before), cut(after), evidence);
    return new Hunk(text, step.block().slot(), key(before), key(after));
  }

  private static Quote quote(Block block) {
    StablePart part = StablePart.of(block.text());
    return new Quote(
        block.id(),
        part.in(block.text()),
        block.start() + part.start(),
        block.start() + part.end());
  }

  private static @Nullable String cut(@Nullable Block block) {
    if (block == null) {
      return null;
    }
    String words = StablePart.of(block.text()).in(block.text());
    return words.substring(0, Math.min(words.length(), TextChange.MAX_LENGTH));
  }

  private static @Nullable String key(@Nullable Block block) {
    return block == null ? null : TextKey.of(block.text());
  }
}
