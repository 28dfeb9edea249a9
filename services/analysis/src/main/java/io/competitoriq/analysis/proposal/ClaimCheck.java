package io.competitoriq.analysis.proposal;

import io.competitoriq.analysis.assessment.Addresses;
import io.competitoriq.analysis.assessment.Numbers;
import io.competitoriq.analysis.assessment.QuoteWords;
import io.competitoriq.analysis.battlecard.Block;
import io.competitoriq.analysis.battlecard.Citation;
import io.competitoriq.analysis.proposal.Claim.Act;
import io.competitoriq.analysis.proposal.Claim.Decision;
import io.competitoriq.http.Ids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Holds a model's proposal against what was sent: a claim stands only on evidence we named, on
/// words that are there, and with figures and addresses that are there; one that changes a block
/// names one of the section's. What does not stand is dropped and counted. Pure but for new ids.
final class ClaimCheck {

  private static final int MOST = 8;
  private static final int LONGEST = 1000;

  /// What is sent is JSON: a line break before a word is a letter there.
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u[0-9a-fA-F]{4}|.)");

  private final SentMaterial sent;
  private final Numbers numbers;
  private final Addresses addresses;

  ClaimCheck(SentMaterial sent) {
    this.sent = sent;
    this.numbers = new Numbers(List.of(sent.text()));
    this.addresses = new Addresses(ESCAPE.matcher(sent.text()).replaceAll(" "));
  }

  /// What is left of an answer.
  ///
  /// @param dropped how many claims did not stand
  record Checked(List<Claim> claims, int dropped, boolean insufficient) {

    /// True when the model claimed something and none of it stands.
    boolean isUnsupported() {
      return claims.isEmpty() && dropped > 0;
    }

    /// One or two sentences on how far it can be trusted.
    String standing() {
      if (claims.isEmpty() && dropped == 0) {
        return "The model found nothing to change.";
      }
      int made = claims.size() + dropped;
      return dropped == 0
          ? "Every claim stands on verified quotes."
          : "%d of %d claims dropped: no verified quote carries them.".formatted(dropped, made);
    }
  }

  Checked check(ModelClaims answer) {
    List<Claim> claims = new ArrayList<>();
    Set<String> touched = new HashSet<>();
    int dropped = 0;
    for (ModelClaims.Item item : answer.claims()) {
      Optional<Claim> claim =
          item.blockId() == null || touched.add(item.blockId()) ? checked(item) : Optional.empty();
      if (claim.isPresent() && claims.size() < MOST) {
        claims.add(claim.get());
      } else {
        dropped++;
      }
    }
    return new Checked(claims, dropped, answer.insufficientEvidence());
  }

  private Optional<Claim> checked(ModelClaims.Item item) {
    String text = bounded(item.text());
    Block block = item.blockId() == null ? null : sent.blocks().get(item.blockId());
    boolean adds = item.act() == ModelClaims.Act.ADD;
    List<Citation> cited =
        item.evidenceIds().stream().distinct().map(sent.evidence()::get).toList();
    boolean stands =
        !text.isEmpty()
            && (adds ? item.blockId() == null : block != null)
            && !cited.isEmpty()
            && cited.stream().allMatch(Objects::nonNull)
            && isQuoted(item.quote(), cited)
            && numbers.cover(text)
            && addresses.cover(text);
    if (!stands) {
      return Optional.empty();
    }
    return Optional.of(
        new Claim(
            Ids.next(),
            act(item.act()),
            block == null ? null : block.id(),
            block == null ? null : block.text(),
            text,
            item.kind() == ModelClaims.Kind.INFERENCE,
            cited,
            Decision.OPEN,
            null,
            null));
  }

  private static boolean isQuoted(String quote, List<Citation> cited) {
    String wanted = QuoteWords.folded(quote);
    return !wanted.isEmpty()
        && cited.stream()
            .anyMatch(citation -> QuoteWords.folded(citation.quote()).contains(wanted));
  }

  private static Act act(ModelClaims.Act act) {
    return switch (act) {
      case ADD -> Act.ADD;
      case REPLACE -> Act.REPLACE;
      case DROP -> Act.DROP;
    };
  }

  private static String bounded(String text) {
    String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "\u2026";
  }
}
