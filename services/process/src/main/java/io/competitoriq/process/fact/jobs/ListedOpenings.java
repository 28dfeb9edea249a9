package io.competitoriq.process.fact.jobs;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteFinder;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.Details;
import io.competitoriq.process.fact.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Openings a page lists, on a job board or in the site's own words.
final class ListedOpenings {

  private static final Pattern OPEN =
      Pattern.compile(
          "(?i)(?<!\\p{L})(open|openings?|positions?|roles|vacanc(y|ies)|jobs?|careers?|hiring|join( us)?|work with us|stellen\\w*|karriere|jobangebote|offres?|recrut\\w*|opportunities|empleo|ofertas|lavora|vacatures?)(?!\\p{L})");
  private static final Pattern OTHERWISE =
      Pattern.compile(
          "(?i)(?<!\\p{L})(benefits?|perks|values?|cultures?|blog|news|stories|say|says|how we|why|process|faqs?|questions|meet|leadership|our team|people|life|vorteile|werte|about)(?!\\p{L})");
  private static final Pattern TAIL =
      Pattern.compile("^(.{3,}?)\\s*(?:[(\\[]([^()\\[\\]]+)[)\\]]|\\s[-–—|@·]\\s+([^–—|@·]+))$");
  private static final int LABEL_REACH = 300;
  private static final int LABEL_WORDS = 6;

  private final List<SourcedBlock> blocks;
  private final List<Candidate> candidates;
  private final Map<Candidate, Element> items = new IdentityHashMap<>();
  private final Map<Integer, Candidate> owners = new HashMap<>();

  private ListedOpenings(List<SourcedBlock> blocks) {
    this.blocks = blocks;
    this.candidates = bestOfEachLink(blocks);
    Items around = new Items(blocks, candidates);
    candidates.forEach(candidate -> items.put(candidate, around.around(candidate)));
    candidates.forEach(
        candidate -> range(candidate).forEach(index -> owners.putIfAbsent(index, candidate)));
  }

  static List<Opening> read(Content content) {
    ListedOpenings listed = new ListedOpenings(content.sourced());
    return listed.candidates.stream().flatMap(each -> listed.opening(each).stream()).toList();
  }

  /// A card that is one link holds one title, and links to the same page name it once.
  private static List<Candidate> bestOfEachLink(List<SourcedBlock> blocks) {
    List<Candidate> all = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i).block();
      boolean listed = block.region() == Region.MAIN && block.kind() != BlockKind.CODE;
      if (listed && Texts.words(block.text()) <= 60) {
        Candidate.of(i, blocks.get(i).element(), block.text())
            .filter(each -> each.namesRole() || each.leadsToPosition() || each.isMarked())
            .ifPresent(all::add);
      }
    }
    Map<Element, Candidate> best = new IdentityHashMap<>();
    for (Candidate each : all) {
      if (each.link() != null) {
        best.merge(each.link(), each, (a, b) -> b.rank() > a.rank() ? b : a);
      }
    }
    return all.stream()
        .filter(each -> each.link() == null || best.get(each.link()) == each)
        .toList();
  }

  private List<Integer> range(Candidate candidate) {
    Element item = items.getOrDefault(candidate, candidate.element());
    int from = candidate.index();
    int to = candidate.index();
    while (from > 0 && isIn(item, from - 1)) {
      from--;
    }
    while (to + 1 < blocks.size() && isIn(item, to + 1)) {
      to++;
    }
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  private boolean isIn(Element item, int index) {
    Element at = blocks.get(index).element();
    for (int level = 0; level < 12 && at != null; level++, at = at.parent()) {
      if (at == item) {
        return true;
      }
    }
    return false;
  }

  private List<Opening> opening(Candidate candidate) {
    List<Integer> range = range(candidate);
    List<SourcedBlock> own = blocks.subList(range.getFirst(), range.getLast() + 1);
    Element item = items.getOrDefault(candidate, candidate.element());
    Details details = new Details();
    Block block = blocks.get(candidate.index()).block();
    String title = title(candidate.words(), details, block);
    details.addAll(ItemWords.read(item, candidate, own).list());
    boolean told = details.size() > 0;
    group(range.getFirst(), details);
    if (!isOpening(candidate, block, told)) {
      return List.of();
    }
    String href = candidate.href().isEmpty() ? onlyLink(item) : candidate.href();
    Quote quote = QuoteFinder.in(block, title).orElseGet(() -> Quote.of(block));
    return List.of(
        new Opening(title, quote, href.isEmpty() ? null : href, details.list(), Method.RULE));
  }

  /// "Partner Manager - Madrid", "Product Designer (Remote, Europe)".
  private static String title(String words, Details details, Block block) {
    String title = words;
    for (Matcher tail = TAIL.matcher(title); tail.matches(); tail = TAIL.matcher(title)) {
      String rest = tail.group(2) != null ? tail.group(2) : tail.group(3);
      if (!OpeningDetails.isMeta(rest)) {
        break;
      }
      OpeningDetails.read(details, rest.strip(), null, QuoteFinder.in(block, rest).orElse(null));
      title = tail.group(1).strip();
    }
    return title;
  }

  private boolean isOpening(Candidate candidate, Block block, boolean told) {
    List<String> path = block.path();
    boolean otherwise = !path.isEmpty() && OTHERWISE.matcher(path.getLast()).find();
    boolean open = path.stream().anyMatch(heading -> OPEN.matcher(heading).find());
    if (candidate.isMarked()) {
      return told || candidate.namesRole() || candidate.link() != null;
    }
    if (candidate.leadsToPosition()) {
      return candidate.namesRole() || told && !OpeningDetails.isDepartment(candidate.words());
    }
    boolean worded = candidate.namesRole() && candidate.isSetApart();
    return worded && !otherwise && (told || open);
  }

  /// The label over a group of openings names their department or their place.
  private void group(int from, Details details) {
    for (int i = from - 1; i >= Math.max(0, from - LABEL_REACH); i--) {
      Block block = blocks.get(i).block();
      if (!owners.containsKey(i)) {
        label(blocks.get(i), block, details);
        return;
      }
    }
  }

  private static void label(SourcedBlock sourced, Block block, Details details) {
    if (Texts.words(block.text()) > LABEL_WORDS) {
      return;
    }
    Quote quote = Quote.of(block);
    if (Places.isPlace(block.text())) {
      details.add(DetailKind.LOCATION, block.text(), quote);
    } else if (OpeningDetails.isDepartment(block.text()) || isGroup(sourced.element())) {
      details.add(DetailKind.DEPARTMENT, block.text(), quote);
    }
  }

  private static boolean isGroup(Element element) {
    return element.className().matches("(?i).*(department|category|team).*");
  }

  private static String onlyLink(@Nullable Element item) {
    List<String> links =
        item == null
            ? List.of()
            : item.select("a[href]").stream().map(a -> a.absUrl("href")).distinct().toList();
    return links.size() == 1 ? links.getFirst() : "";
  }
}
