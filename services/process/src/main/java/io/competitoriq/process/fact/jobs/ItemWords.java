package io.competitoriq.process.fact.jobs;

import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteFinder;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.Details;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/// Reads the words an item of a list says beside its title. A label, a column's head or a class
/// name may promise what a word is.
final class ItemWords {

  private static final int LONGEST = 120;
  private static final Pattern BREAK = Pattern.compile("\\s*[·•|]\\s*|\\s[–—-]\\s");
  private static final Pattern OUTER = Pattern.compile("^[\\s,–—|·•-]+|[\\s,–—|·•-]+$");

  /// What sites pin to an opening to sell it; it says nothing about the work.
  private static final Pattern BADGE =
      Pattern.compile(
          "(?i)(new|new opening|just (posted|added)|featured|hot( job)?|urgent(ly hiring)?|actively (hiring|recruiting)|now hiring|closing soon|trending|popular|promoted|neu|nouveau|nouvelle offre|nuevo|nuova?|novo|nieuw|ny)[!\\s]*");

  private final Element item;
  private final Element title;
  private final String words;
  private final List<SourcedBlock> blocks;
  private final Details details = new Details();
  private @Nullable DetailKind announced;

  private ItemWords(Element item, Candidate candidate, List<SourcedBlock> blocks) {
    this.item = item;
    this.title = candidate.element();
    this.words = candidate.words();
    this.blocks = blocks;
  }

  /// @param blocks those of the item, for the quotes
  static Details read(Element item, Candidate candidate, List<SourcedBlock> blocks) {
    ItemWords words = new ItemWords(item, candidate, blocks);
    NodeTraversor.traverse(
        (node, _) -> {
          if (node instanceof TextNode text && !words.isTitle(text)) {
            words.text(text);
          }
        },
        item);
    return words.details;
  }

  private boolean isTitle(TextNode text) {
    boolean named = words.contains(Texts.collapse(text.getWholeText()));
    for (Node at = text; at != null && at != item; at = at.parentNode()) {
      if (at == title) {
        return named;
      }
    }
    return title == item && named;
  }

  private void text(TextNode node) {
    String text = OUTER.matcher(Texts.collapse(node.getWholeText())).replaceAll("");
    if (text.isBlank() || text.length() > LONGEST || BADGE.matcher(text).matches()) {
      return;
    }
    Matcher labelled = Labels.LABELLED.matcher(text);
    if (labelled.matches() && OpeningDetails.promised(labelled.group(1)) != null) {
      words(labelled.group(2), OpeningDetails.promised(labelled.group(1)));
      return;
    }
    String label = text.replaceAll("\\s*:$", "");
    DetailKind named = Texts.words(label) <= 2 ? OpeningDetails.promised(label) : null;
    if (named != null && !OpeningDetails.isMeta(label) && !OpeningDetails.isDepartment(label)) {
      announced = named;
      return;
    }
    DetailKind said = announced != null ? announced : hint(node, text);
    announced = null;
    if (said != null) {
      words(text, said);
    } else {
      parts(text);
    }
  }

  private void parts(String text) {
    Pay.in(text).ifPresent(pay -> OpeningDetails.pay(details, pay, quote(pay.words())));
    String rest = Pay.in(text).map(pay -> text.replace(pay.words(), " | ")).orElse(text);
    for (String part : BREAK.split(rest)) {
      if (!part.isBlank()) {
        words(part.strip(), null);
      }
    }
  }

  private void words(String words, @Nullable DetailKind said) {
    OpeningDetails.read(details, words, said, quote(words));
  }

  private @Nullable Quote quote(String words) {
    return QuoteFinder.in(blocks, words).orElse(null);
  }

  /// What the classes around a text, or the icon before it, promise.
  private @Nullable DetailKind hint(TextNode node, String text) {
    Element cell = node.parent() instanceof Element parent ? parent.closest("td") : null;
    DetailKind said = cell == null ? null : OpeningDetails.promised(head(cell));
    Node at = node.parentNode();
    while (said == null && at instanceof Element element && element != item) {
      said = OpeningDetails.promised(names(element));
      Element before = element.previousElementSibling();
      if (said == null && before != null && before.text().isBlank()) {
        said = OpeningDetails.promised(names(before));
      }
      at = at.parentNode();
    }
    boolean other =
        said == DetailKind.DEPARTMENT && OpeningDetails.isMeta(text)
            || said == DetailKind.LOCATION && Employment.in(text).isPresent();
    return other ? null : said;
  }

  private static String names(Element element) {
    String names =
        element.className()
            + " "
            + element.attr("data-ui")
            + " "
            + element.attr("data-qa")
            + " "
            + element.attr("itemprop");
    return names.replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("[-_]+", " ");
  }

  private static String head(Element cell) {
    Element table = cell.closest("table");
    Element first = table == null ? null : table.selectFirst("tr");
    int column = cell.elementSiblingIndex();
    return first == null || first.children().size() <= column || first == cell.parent()
        ? ""
        : first.child(column).text();
  }
}
