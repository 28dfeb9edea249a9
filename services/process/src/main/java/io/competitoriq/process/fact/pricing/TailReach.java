package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Extent;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import java.util.Locale;
import org.jsoup.nodes.Element;

/// How far what is said behind an amount still tells of it: not into an element like the one the
/// amount stands in, with an amount of its own ("$5/mo", and below it "Yearly, billed annually
/// $25").
final class TailReach {

  private static final int LONGEST = 600;

  private TailReach() {}

  static boolean isOfAnother(SourcedBlock tail, Element amount, Locale locale) {
    Element own = amount;
    while (own.parent() != null && !tail.element().parents().contains(own.parent())) {
      own = own.parent();
    }
    Element common = own.parent();
    Element other = tail.element();
    while (common != null && other.parent() != null && other.parent() != common) {
      other = other.parent();
    }
    return common != null
        && other != own
        && other.normalName().equals(own.normalName())
        && !Extent.exceeds(other, LONGEST)
        && !Texts.collapse(other.text()).equals(tail.block().text())
        && !Money.findAll(other.text(), locale).isEmpty();
  }
}
