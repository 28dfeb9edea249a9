package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.SourcedBlock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Tells whether an amount stands where no offer of the page does: among related products, in what
/// customers say, in questions and answers, in footers, banners and carts.
final class Surroundings {

  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?:^|[\\s_-])(?:related|related-?products?|upsells?|cross-?sells?|crosssell|recommendations?|recommended-products|recently(?:-viewed)?|also-?(?:like|bought|viewed)|you-?may|similar"
              + "|footer|site-footer|navbar|nav|megamenu|breadcrumbs?|cookie\\w*|consent|testimonials?|reviews?|faqs?|faq-\\w+|minicart|mini-cart|cart-drawer|announcement(?:-bar)?|topbar|promo-?bar|newsletter|popup|modal-promo"
              + "|installments?|afterpay|klarna|blog-?posts?|post-?card|(?<!pricing-|price-|plan-)calculator|comments?)(?:$|[\\s_-])");
  private static final Pattern ELSEWHERE_TITLE =
      Pattern.compile(
          "(?iuU)\\b(?:related|similar (?:products|items)|you (?:may|might) also|also (?:like|bought|viewed)|recommended for you|recently viewed|frequently asked|faqs?|questions|ähnliche|kunden kauften|passt dazu|häufig(?:e|\\s)"
              + "|das könnte|vous aimerez|produits similaires|questions fréquentes|foire aux|te puede interesar|relacionados|preguntas|perguntas|potrebbe interessarti|domande|veelgestelde|gerelateerde|vanliga frågor|testimonials?"
              + "|(?:price |rent )?calculator|preisrechner|kalkul[aá]tor|kalkulačka|calculadora|calcolatore|simulateur|rekenhulp|prisberegner|what (?:our )?(?:customers|clients|people) say|could you save|customer stories|case stud(?:y|ies)|latest (?:posts|news|articles))\\b|よくある質問");
  private static final int QUESTION_REACH = 3;

  private final int pageLength;
  private final Map<Element, Boolean> known = new HashMap<>();

  Surroundings(Element body) {
    this.pageLength = body.text().length();
  }

  boolean areElsewhere(SourcedBlock sourced) {
    Block block = sourced.block();
    return block.region() == Region.TESTIMONIAL
        || block.region() == Region.OVERLAY
        || block.region() == Region.ADVERT
        || block.kind() == BlockKind.QUOTE
        || block.kind() == BlockKind.CODE
        || isAnswer(block)
        || isElsewhere(sourced.element());
  }

  private static boolean isAnswer(Block block) {
    int size = block.path().size();
    for (int i = Math.max(0, size - QUESTION_REACH); i < size; i++) {
      String heading = block.path().get(i);
      boolean last = i == size - 1;
      if (ELSEWHERE_TITLE.matcher(heading).find()
          || last && (heading.endsWith("?") || heading.endsWith("？")) && heading.length() > 20) {
        return true;
      }
    }
    return false;
  }

  private boolean isElsewhere(Element element) {
    Boolean told = known.get(element);
    if (told != null) {
      return told;
    }
    Element parent = element.parent();
    boolean elsewhere =
        says(element) && element.text().length() * 2 <= pageLength
            || parent != null && !parent.normalName().equals("body") && isElsewhere(parent);
    known.put(element, elsewhere);
    return elsewhere;
  }

  private static boolean says(Element element) {
    String tag = element.normalName();
    if (tag.equals("footer") || tag.equals("nav") || tag.equals("blockquote")) {
      return true;
    }
    if (tag.equals("details")) {
      Element summary = element.selectFirst("summary");
      return summary != null && summary.text().strip().endsWith("?");
    }
    String names = element.className() + " " + element.id();
    return !names.isBlank() && ELSEWHERE.matcher(names.toLowerCase(Locale.ROOT)).find();
  }
}
