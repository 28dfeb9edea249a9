package io.competitoriq.process.fact.jobs;

import io.competitoriq.process.content.Texts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A short text that may be the title of an opening.
///
/// @param index of its block
/// @param element that holds the title and nothing else, as far as the page allows
/// @param words of that element
/// @param link around or inside it, or null
record Candidate(int index, Element element, String words, @Nullable Element link) {

  private static final Pattern MARKED =
      Pattern.compile(
          "(?i)(job|position|posting|opening|vacancy|role|jb)s?[-_]*(item)?[-_]*(title|name)(?![a-z])");
  private static final Pattern POSITION_LINK =
      Pattern.compile(
          "(?i)/(jobs?|careers?|positions?|openings?|open-positions|vacanc(y|ies)|roles?|stellen(angebote?|anzeigen?)?|karriere|job-?offers?|opportunit(y|ies)|join-us|offres?|recrutement|o|j)/[^/?#]{2,}"
              + "|greenhouse\\.io/|lever\\.co/|workable\\.com/|ashbyhq\\.com/|personio\\.(de|com)/|recruitee\\.com/|smartrecruiters\\.com/|bamboohr\\.com/|teamtailor\\.com/|[?&](gh_jid|job_?id)=");

  /// The candidate a block holds, if any: the text of its only link where it begins with it, else
  /// all of it.
  static Optional<Candidate> of(int index, Element block, String text) {
    if (block.normalName().equals("tr")) {
      return ofRow(index, block);
    }
    List<Element> links = block.select("a[href]");
    Element inside =
        links.size() == 1 && text.startsWith(Texts.collapse(links.getFirst().text()))
            ? links.getFirst()
            : null;
    return inside == null || inside.text().isBlank()
        ? candidate(index, block, text, block.closest("a[href]"))
        : candidate(index, inside, words(inside), inside);
  }

  private static Optional<Candidate> ofRow(int index, Element row) {
    for (Element link : row.select("a[href]")) {
      Optional<Candidate> named = candidate(index, link, words(link), link);
      if (named.isPresent()) {
        return named;
      }
    }
    return row.children().stream()
        .filter(cell -> Titles.namesRole(cell.text()))
        .findFirst()
        .flatMap(cell -> candidate(index, cell, words(cell), cell.selectFirst("a[href]")));
  }

  private static Optional<Candidate> candidate(
      int index, Element holder, String text, @Nullable Element link) {
    String whole = Texts.collapse(holder.text());
    String words = whole.equals(text) ? words(holder) : text;
    boolean meta = OpeningDetails.isMeta(words) && !Titles.namesRole(words);
    boolean title = Titles.mayBe(words) && !meta && !Employment.without(words).strip().isEmpty();
    return title ? Optional.of(new Candidate(index, holder, words, link)) : Optional.empty();
  }

  /// Without the badges inside: "new", "featured".
  private static String words(Element holder) {
    if (holder.selectFirst("[class*=tag], [class*=badge], [class*=pill]") == null) {
      return Texts.collapse(holder.text());
    }
    Element copy = holder.clone();
    copy.select("[class*=tag], [class*=badge], [class*=pill]").remove();
    return Texts.collapse(copy.text());
  }

  boolean namesRole() {
    return Titles.namesRole(words);
  }

  /// Whether the site's own names say that this is a position's title.
  boolean isMarked() {
    Element at = element;
    for (int level = 0; level < 2 && at != null; level++, at = at.parent()) {
      String names =
          at.className()
              + " "
              + at.attr("data-ui")
              + " "
              + at.attr("data-qa")
              + " "
              + (at.attr("itemprop").equals("title") ? "job-title" : "");
      if (MARKED.matcher(names).find()) {
        return true;
      }
    }
    return false;
  }

  /// Whether it leads to a page of its own below a list of positions or on a job board.
  boolean leadsToPosition() {
    return POSITION_LINK.matcher(href()).find() && !href().matches("(?i).*/(blog|news|stories)/.*");
  }

  /// Empty when it leads nowhere.
  String href() {
    if (link == null) {
      return "";
    }
    String absolute = link.absUrl("href");
    return absolute.isEmpty() ? link.attr("href") : absolute;
  }

  /// Whether it stands where lists of things put the names of their items.
  boolean isSetApart() {
    return link != null
        || element.closest("li, tr, article, summary, h1, h2, h3, h4, h5, h6, [role=listitem]")
            != null;
  }

  /// Better than another of the same link: marked, a heading, wording a role.
  int rank() {
    int rank = isMarked() ? 4 : 0;
    rank += element.closest("h1, h2, h3, h4, h5, h6") != null ? 2 : 0;
    return rank + (namesRole() ? 1 : 0);
  }
}
