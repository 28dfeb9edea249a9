package io.competitoriq.process.assisted;

import io.competitoriq.messages.FactKind;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.pricing.PriceParser;
import io.competitoriq.process.page.PageClass;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Whether a page needs a model to read its offers.
///
/// @param unread it is about prices and asks for money, and our rules read no offer from it
/// @param textSha256 of its text in UTF-8
public record OfferNeed(boolean unread, String textSha256) {

  /// A single sum may well be a customer's saving.
  private static final int AMOUNTS = 2;

  /// CPU work: call it on a worker thread.
  public static OfferNeed of(PageClass pageClass, Content content, List<FactDraft> facts) {
    boolean unread =
        pageClass == PageClass.PRICING
            && facts.stream().noneMatch(OfferNeed::isOffer)
            && asksForMoney(content.blocks());
    return new OfferNeed(unread, sha256(content.text()));
  }

  private static boolean isOffer(FactDraft fact) {
    return fact.kind() == FactKind.PRICE || fact.kind() == FactKind.PLAN;
  }

  private static boolean asksForMoney(List<Block> blocks) {
    return blocks.stream()
            .filter(block -> block.region() == Region.MAIN)
            .flatMap(block -> PriceParser.findAll(block.text(), Locale.ENGLISH).stream())
            .filter(price -> price.currency() != null)
            .limit(AMOUNTS)
            .count()
        == AMOUNTS;
  }

  static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
