package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.Billing;
import io.competitoriq.process.fact.pricing.PlanCards.Card;
import io.competitoriq.process.fact.pricing.Price.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what one card asks: its amounts in page order, each in the light of those before it, of
/// the toggle's side it stands on and of the price that is crossed out beside it.
final class CardOffers {

  private static final int LONGEST_QUOTE = 300;
  private static final Pattern FOR_MONTHS =
      Pattern.compile("(?iu)(?:for|x|×|in|für|over)\\s*(\\d{1,2})\\s*(?:mo|month|monat|mois|mes)");
  static final Pattern ADD_ON =
      Pattern.compile(
          "(?iu)\\badd-?\\s?ons?\\b|\\boptional"
              + " (?:extras?|cover|services?|upgrades?|add)\\b|\\bopcionales\\b|\\bopcionais\\b|\\boptionale?"
              + " \\p{L}*(?:bausteine|leistungen|extras|module)|\\ben"
              + " option\\b|\\boptionnel(?:le)?s\\b|\\bopzionali\\b|\\bvalfria\\b|\\boptionele\\b|\\bextras\\b|\\bzusatz(?:module|optionen|leistungen)?\\b|\\bmodules"
              + " complémentaires\\b|\\bcomplementos\\b|\\bextra['’]?s\\b|\\btillägg\\b|\\btillegg\\b|\\bopties\\b|^options?\\b|\\boptions"
              + " à la"
              + " carte\\b|\\bzusatz|\\bdoplňk|\\bdodatk|\\bdopłat|\\btillval\\b|\\btilvalg\\b|\\badicionais\\b|\\badicionales\\b|\\baggiuntiv|\\bserviços"
              + " adicionais|オプション");

  private final Content content;
  private final Locale locale;
  private final List<SourcedBlock> blocks;

  CardOffers(Content content, Locale locale) {
    this.content = content;
    this.locale = locale;
    this.blocks = content.sourced();
  }

  List<PlanPrice> of(Card card) {
    List<PlanPrice> offers = new ArrayList<>();
    boolean addOn = isAddOn(card);
    boolean from = card.pieces().size() == 1 && isLed(card);
    boolean recurring =
        card.pieces().stream()
            .flatMap(piece -> piece.prices().stream())
            .anyMatch(CardOffers::isRecurring);
    for (Piece piece : card.pieces()) {
      List<Price> struck = Struck.in(piece.element(), locale);
      boolean former = Struck.isWithin(piece.element());
      for (Price price : piece.prices()) {
        if (price.role() == Role.FORMER && piece.prices().size() == 1) {
          lowered(price, offers);
        }
        boolean asked = !isFormer(price, piece) && !former && !isAmong(struck, price);
        if (asked) {
          Price read = PriceContext.named(PriceContext.of(price, piece, offers), card.name());
          read = recurring ? SetupFees.told(read, label(piece, price), piece) : read;
          read = from && read.namesAmount() ? read.least() : read;
          if (read.namesAmount() || read.free() || read.contactSales()) {
            offer(card, piece, read, addOn, offers);
          }
        }
      }
    }
    return offers.stream().map(offer -> paidForAYear(offer, offers)).toList();
  }

  /// "Starting price" on top of a card, over the name of the plan.
  private boolean isLed(Card card) {
    int above = card.nameIndex() - 1;
    return above >= 0
        && card.element().getAllElements().contains(blocks.get(above).element())
        && Wording.isFromLabel(blocks.get(above).block().text());
  }

  /// The words before an amount; where it stands alone, those of the block above it.
  private String label(Piece piece, Price price) {
    String before = before(piece, price);
    boolean alone = before.isBlank() && piece.first() > 0;
    return alone ? blocks.get(piece.first() - 1).block().text() : before;
  }

  /// "instead of €9.99" in a text of its own below the amount.
  private static void lowered(Price former, List<PlanPrice> offers) {
    if (!offers.isEmpty()) {
      PlanPrice last = offers.getLast();
      if (last.listMinor() == null && isDearer(former, last.price())) {
        offers.set(offers.size() - 1, last.loweredFrom(former.amountMinor()));
      }
    }
  }

  /// "$130 $98" and "was $130": the dearer of two bare amounts side by side is the former one.
  private static boolean isFormer(Price price, Piece piece) {
    if (price.role() == Role.FORMER) {
      return true;
    }
    int next = piece.prices().indexOf(price) + 1;
    if (next >= piece.prices().size() || price.period() != null || price.from()) {
      return false;
    }
    Price other = piece.prices().get(next);
    return isDearer(price, other)
        && other.period() != BillingPeriod.USAGE
        && other.start() <= piece.text().length()
        && piece.text().substring(price.end(), other.start()).isBlank();
  }

  /// A monthly amount whose twelvefold the card asks for a year is paid yearly.
  private static PlanPrice paidForAYear(PlanPrice offer, List<PlanPrice> offers) {
    Price price = offer.price();
    Long month = price.amountMinor();
    if (month == null || price.billing() != null || price.period() != BillingPeriod.MONTH) {
      return offer;
    }
    boolean paid =
        offers.stream()
            .map(PlanPrice::price)
            .filter(other -> other.period() == BillingPeriod.YEAR)
            .anyMatch(other -> isTwelvefold(other.amountMinor(), month));
    return paid ? offer.asking(price.with(BillingPeriod.MONTH, Billing.YEARLY)) : offer;
  }

  private static boolean isTwelvefold(@Nullable Long year, long month) {
    return year != null && Math.abs(year - 12 * month) * 200 <= 12 * month;
  }

  private void offer(Card card, Piece piece, Price price, boolean addOn, List<PlanPrice> offers) {
    boolean bare = price.period() == null && price.role() == Role.ASKED;
    boolean recurring = offers.stream().anyMatch(before -> isRecurring(before.price()));
    boolean share = price.role() == Role.EXTRA && Wording.endsWithShare(before(piece, price));
    boolean instalment = offers.stream().anyMatch(before -> isPaidIn(price, before.price(), piece));
    boolean overage =
        price.period() == BillingPeriod.USAGE
            && piece.prices().getFirst() == piece.prices().getLast()
            && Wording.endsWithThen(before(piece, price));
    if (!(recurring && (bare || share || overage)) && !instalment) {
      offers.add(
          new PlanPrice(
              card.name(),
              price,
              words(piece, price),
              quote(card, piece),
              unused(former(card, piece, price), offers),
              card.kind(),
              addOn));
    }
  }

  /// "$399 or $33.25/mo. for 12 mo.": the same sum, paid in parts.
  private static boolean isPaidIn(Price part, Price whole, Piece piece) {
    Long minor = part.amountMinor();
    Long sum = whole.amountMinor();
    if (minor == null
        || sum == null
        || part.period() != BillingPeriod.MONTH
        || isRecurring(whole)) {
      return false;
    }
    Matcher months = FOR_MONTHS.matcher(words(piece, part));
    return months.find() && Math.abs(Long.parseLong(months.group(1)) * minor - sum) * 50 <= sum;
  }

  static boolean isRecurring(Price price) {
    return price.period() == BillingPeriod.MONTH || price.period() == BillingPeriod.YEAR;
  }

  private static boolean isAmong(List<Price> struck, Price price) {
    return struck.size() > 0
        && struck.stream()
            .anyMatch(
                other ->
                    other.amountMinor() != null && other.amountMinor().equals(price.amountMinor()));
  }

  static String before(Piece piece, Price price) {
    return piece.text().substring(0, Math.min(price.start(), piece.text().length()));
  }

  private @Nullable Long former(Card card, Piece piece, Price price) {
    return piece.prices().stream()
        .filter(other -> isFormer(other, piece) && isDearer(other, price))
        .map(Price::amountMinor)
        .findFirst()
        .orElseGet(() -> FormerPrice.beside(piece.element(), card.element(), price, locale));
  }

  /// What is crossed out once was the former price of one amount.
  private static @Nullable Long unused(@Nullable Long former, List<PlanPrice> offers) {
    boolean used = offers.stream().anyMatch(other -> Objects.equals(other.listMinor(), former));
    return used ? null : former;
  }

  static boolean isDearer(Price former, Price price) {
    return former.amountMinor() != null
        && price.amountMinor() != null
        && price.amountMinor() > 0
        && former.amountMinor() > price.amountMinor()
        && Objects.equals(former.currency(), price.currency());
  }

  private static String words(Piece piece, Price price) {
    String text = piece.text();
    return text.substring(price.start(), Math.min(price.end(), text.length())).strip();
  }

  private Quote quote(Card card, Piece piece) {
    Block name = blocks.get(card.nameIndex()).block();
    Block value = blocks.get(piece.first()).block();
    int end = blocks.get(piece.last()).block().end();
    int start = Math.min(name.start(), value.start());
    int last = Math.max(name.end(), end);
    if (last - start > LONGEST_QUOTE) {
      start = value.start();
      last = Math.min(end, start + LONGEST_QUOTE);
    }
    return new Quote(value.id(), content.text().substring(start, last), start, last);
  }

  private boolean isAddOn(Card card) {
    Block name = blocks.get(card.nameIndex()).block();
    return ADD_ON.matcher(card.name()).find()
        || AddOnSection.holds(card.element())
        || standsUnderAddOns(name);
  }

  static boolean standsUnderAddOns(Block block) {
    return block.path().stream()
        .anyMatch(heading -> heading.length() < 60 && ADD_ON.matcher(heading).find());
  }
}
