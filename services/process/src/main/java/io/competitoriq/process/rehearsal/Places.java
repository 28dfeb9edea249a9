package io.competitoriq.process.rehearsal;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Selectors for the place a block stands at, narrowest first, made of names that look as if a
/// person had chosen them: generated ones are other ones with the next release of the site.
final class Places {

  private static final int HIGHEST = 5;
  private static final Pattern CHOSEN =
      Pattern.compile("[a-zA-Z][a-z]{2,}(?:[-_]{1,2}[a-z]{2,}){0,4}");

  private Places() {}

  static List<String> of(Content page, String blockId) {
    return page.sourced().stream()
        .filter(each -> each.block().id().equals(blockId))
        .findFirst()
        .map(SourcedBlock::element)
        .map(Places::upwards)
        .orElse(List.of());
  }

  private static List<String> upwards(Element element) {
    List<String> selectors = new ArrayList<>();
    Element at = element;
    for (int i = 0; i < HIGHEST && at != null && !at.normalName().equals("body"); i++) {
      if (CHOSEN.matcher(at.id()).matches()) {
        selectors.add("#" + at.id());
      }
      String tag = at.normalName();
      at.classNames().stream()
          .filter(name -> CHOSEN.matcher(name).matches())
          .limit(2)
          .forEach(name -> selectors.add(tag + "." + name));
      at = at.parent();
    }
    return selectors;
  }
}
