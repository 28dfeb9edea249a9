package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.fact.Billing;
import io.competitoriq.process.fact.pricing.Price.Role;
import io.competitoriq.process.fact.pricing.Units.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a page says once of many prices: "all prices per month", "Preise pro Person", and behind an
/// asterisk "*billed annually". It holds for the prices under the same heading that do not say it
/// themselves.
final class PriceNotes {

  private static final int LONGEST = 160;
  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?。])\\s+|\\n|[;•·|]");
  private static final Pattern ALL =
      Pattern.compile(
          "^[*†(\\s]*(?:\\p{L}+\\s+){0,4}?(?:prices?|pricing|rates|fees|costs|tariffs|preise?|tarife?|kosten|prix|tarifs?|precios?|tarifas?|preços?|prezz[oi]|tariff[ae]|prij[sz]en|tarieven|priser(?:na|ne)?|avgifter|cen[ay]|ceník|cennik)\\b",
          FLAGS);
  private static final Pattern EACH =
      Pattern.compile(
          "^[^.,:]{0,40}?(?:\\b(?:per|pro|par|por|je|a|al|za|om|i|om|monthly|monatlich|mensuels?|mensuales|mensili)\\b|/)",
          FLAGS);
  private static final Pattern OTHERWISE =
      Pattern.compile("\\b(?:each|every|vary|varies|depend|start|from|increase|hang)\\w*", FLAGS);
  private static final Pattern MARKED = Pattern.compile("[*†‡]\\s*$|[*†‡](?=\\s|$)");
  private static final Pattern FOOTNOTE = Pattern.compile("^\\s*[*†‡]");

  private final List<Note> notes = new ArrayList<>();
  private final Map<String, Block> blocks = new HashMap<>();
  private final Set<String> titles = new HashSet<>();
  private int lastPrice;

  private PriceNotes() {}

  static List<PlanPrice> applied(
      Content content, Surroundings surroundings, List<PlanPrice> offers) {
    PriceNotes told = new PriceNotes();
    told.lastPrice =
        offers.stream()
            .filter(offer -> offer.quote() != null && offer.namesAmount())
            .mapToInt(offer -> offer.quote().start())
            .max()
            .orElse(0);
    for (SourcedBlock sourced : content.sourced()) {
      told.blocks.put(sourced.block().id(), sourced.block());
      if (sourced.element().normalName().equals("h1")) {
        told.titles.add(sourced.block().text());
      }
      if (sourced.block().kind() != BlockKind.TABLE_ROW && !surroundings.areElsewhere(sourced)) {
        told.read(sourced.block());
      }
    }
    return told.notes.isEmpty() ? offers : offers.stream().map(told::noted).toList();
  }

  private void read(Block block) {
    if (block.text().length() > 4 * LONGEST) {
      return;
    }
    boolean footnote = FOOTNOTE.matcher(block.text()).find();
    for (String sentence : SENTENCE_END.split(block.text())) {
      boolean amount = sentence.matches(".*\\p{Sc}\\s?\\d.*|.*\\d\\s?\\p{Sc}.*");
      if (sentence.length() > LONGEST) {
        continue;
      }
      if (footnote && YearlyBilling.isRemark(sentence)) {
        notes.add(new Note(block, null, null, Billing.YEARLY, true));
      } else if (!amount && !OTHERWISE.matcher(sentence).find()) {
        Matcher all = ALL.matcher(sentence);
        if (all.find() && YearlyBilling.isRemark(sentence)) {
          notes.add(new Note(block, null, null, Billing.YEARLY, false));
        } else if (all.reset().find() && EACH.matcher(sentence.substring(all.end())).find()) {
          note(block, sentence.substring(all.end())).ifPresent(notes::add);
        }
      }
    }
  }

  private static Optional<Note> note(Block block, String sentence) {
    @Nullable BillingPeriod period = Wording.period(sentence);
    Optional<Unit> unit = Units.read(sentence);
    boolean yearly = period == BillingPeriod.MONTH && YearlyBilling.isTold("", sentence);
    return period == null && unit.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Note(block, period, unit.orElse(null), yearly ? Billing.YEARLY : null, false));
  }

  private PlanPrice noted(PlanPrice offer) {
    Block block = offer.quote() == null ? null : blocks.get(offer.quote().blockId());
    Price price = offer.price();
    if (block == null || !price.namesAmount() || price.free() || price.role() == Role.FORMER) {
      return offer;
    }
    for (Note note : notes) {
      boolean marked =
          !note.footnote()
              || MARKED.matcher(offer.words()).find()
              || MARKED.matcher(block.text()).find();
      if (marked && isUnder(note.block(), block)) {
        price = note.on(price);
      }
    }
    return price.equals(offer.price()) ? offer : offer.asking(price);
  }

  /// A note under the title of the page or below all prices holds for the page.
  private boolean isUnder(Block note, Block block) {
    List<String> path = note.path();
    boolean whole = path.isEmpty() || titles.contains(path.getLast()) || note.start() > lastPrice;
    return whole
        || block.path().size() >= path.size() && block.path().subList(0, path.size()).equals(path)
        || note.path().equals(block.path());
  }

  /// @param footnote holds only for amounts with an asterisk
  private record Note(
      Block block,
      @Nullable BillingPeriod period,
      @Nullable Unit unit,
      @Nullable Billing billing,
      boolean footnote) {

    Price on(Price price) {
      Price read = price;
      boolean untold = read.period() == null && read.unit() == null;
      if (untold && period != null && !read.contactSales()) {
        read = read.with(period, period == BillingPeriod.YEAR ? Billing.YEARLY : null);
      }
      if (unit != null && read.unit() == null && (untold || unit.seat())) {
        read = read.each(unit.words(), unit.seat());
      }
      boolean pays = billing != null && read.billing() == null;
      return pays && read.period() == BillingPeriod.MONTH
          ? read.with(BillingPeriod.MONTH, billing)
          : read;
    }
  }
}
