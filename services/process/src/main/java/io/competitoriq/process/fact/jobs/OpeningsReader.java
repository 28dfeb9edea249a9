package io.competitoriq.process.fact.jobs;

import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Reads the openings of a careers page: texts that link to a position or are worded like one.
public final class OpeningsReader {

  private static final int MOST_WORDS = 14;
  private static final double LINKED = 0.9;
  private static final Pattern POSITION_LINK =
      Pattern.compile(
          "(?i)(/(jobs?|careers?|positions?|openings?|vacanc(y|ies)|roles?|stellen|karriere)/[^/?#]+)|greenhouse\\.io|lever\\.co|workable\\.com|ashbyhq\\.com|personio|recruitee|smartrecruiters|bamboohr");
  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)\\b(engineer|developer|designer|manager|director|analyst|scientist|architect|consultant|specialist|representative|executive|recruiter|accountant"
              + "|marketer|writer|counsel|intern|lead|head of|vp|officer|administrator|technician|researcher|strategist|coordinator|associate|advisor|entwickler(in)?|leiter(in)?|berater(in)?|support agent|sre|devops)\\b");
  private static final Pattern ACTION =
      Pattern.compile("(?i)^(apply|view|see|learn|read|all|browse|search|more|join|open)\\b.*");

  private OpeningsReader() {}

  public static List<FactDraft> read(Content content) {
    Map<String, FactDraft> openings = new LinkedHashMap<>();
    for (SourcedBlock sourced : content.sourced()) {
      Block block = sourced.block();
      if (block.region() == Region.MAIN && isOpening(sourced)) {
        String title = title(sourced);
        String key = FactDraft.key(FactKind.JOB_OPENING, title, "title", null);
        openings.putIfAbsent(
            key,
            new FactDraft(
                FactKind.JOB_OPENING,
                key,
                title,
                "title",
                FactValue.ofText(block.text()),
                Method.RULE,
                LINKED,
                link(sourced.element()).orElse(null),
                null,
                Quote.of(block)));
      }
    }
    return List.copyOf(openings.values());
  }

  private static boolean isOpening(SourcedBlock sourced) {
    String text = sourced.block().text();
    if (Texts.words(text) > MOST_WORDS || ACTION.matcher(text).matches() || text.endsWith(".")) {
      return false;
    }
    boolean linked =
        link(sourced.element()).filter(href -> POSITION_LINK.matcher(href).find()).isPresent();
    boolean worded = ROLE.matcher(text).find();
    return worded && (linked || sourced.element().closest("li, tr, article, h3, h4") != null);
  }

  /// The words of the link or heading when the block says more (team, place) beside it.
  private static String title(SourcedBlock sourced) {
    Element link = sourced.element().selectFirst("a[href]");
    String text = link == null ? "" : Texts.collapse(link.text());
    String title = ROLE.matcher(text).find() ? text : sourced.block().text();
    return title.split("\\s\\|\\s", 2)[0];
  }

  private static Optional<String> link(Element element) {
    Element inside = element.selectFirst("a[href]");
    Element found = inside != null ? inside : element.closest("a[href]");
    return Optional.ofNullable(found)
        .map(a -> a.absUrl("href").isEmpty() ? a.attr("href") : a.absUrl("href"));
  }
}
