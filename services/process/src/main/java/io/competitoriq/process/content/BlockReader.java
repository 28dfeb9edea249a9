package io.competitoriq.process.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/// Walks the body of a page once and cuts its text into blocks, in reading order.
final class BlockReader implements NodeFilter {

  private static final double MOSTLY_LINK = 0.6;

  private final Element body;
  private final int bodyLength;
  private final List<RawBlock> blocks = new ArrayList<>();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private final HeadingPath headings = new HeadingPath();
  private final InlineText inline = new InlineText();

  private BlockReader(Element body) {
    this.body = body;
    this.bodyLength = body.text().length();
    frames.push(new Frame(body, Region.MAIN, "", new HashMap<>()));
  }

  static List<RawBlock> read(Element body) {
    BlockReader reader = new BlockReader(body);
    NodeTraversor.filter(reader, body);
    reader.flush();
    return reader.blocks;
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode words) {
      inline.append(words.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element) || element == body) {
      return FilterResult.CONTINUE;
    }
    if (Markup.isSkipped(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (element.normalName().equals("br")) {
      inline.lineBreak();
    } else if (Markup.isBlock(element)) {
      return enter(element);
    } else {
      inline.enter(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && element != body && !element.normalName().equals("br")) {
      if (Markup.isBlock(element)) {
        leave(element);
      } else {
        inline.leave(element);
      }
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult enter(Element element) {
    flush();
    Frame parent = top();
    String slot = parent.slot() + "/" + element.normalName() + parent.ordinal(element.normalName());
    frames.push(new Frame(element, region(element, parent.region()), slot, new HashMap<>()));
    if (element.normalName().equals("tr") && Tables.isDataRow(element)) {
      add(Tables.rowText(element), BlockKind.TABLE_ROW, 0);
      frames.pop();
      return FilterResult.SKIP_ENTIRELY;
    }
    return FilterResult.CONTINUE;
  }

  private void leave(Element element) {
    flush();
    frames.pop();
    if (Markup.isEnclosed(element)) {
      headings.leave(frames.size());
    }
  }

  private Region region(Element element, Region inherited) {
    if (inherited == Region.ASIDE || inherited == Region.TESTIMONIAL) {
      // An advert in a sidebar is an advert.
      return RegionClassifier.of(element).filter(Region::rotates).orElse(inherited);
    }
    if (inherited != Region.MAIN) {
      return inherited;
    }
    // A wrapper around most of the page is the page, whatever its class says.
    return RegionClassifier.of(element)
        .filter(_ -> element.text().length() * 2 <= bodyLength || isLandmark(element))
        .orElse(Region.MAIN);
  }

  private static boolean isLandmark(Element element) {
    return element.normalName().equals("nav") || element.normalName().equals("footer");
  }

  private void flush() {
    double links = inline.linkShare();
    String text = inline.take();
    int level = headingLevel();
    add(text, level > 0 ? BlockKind.HEADING : kind(), links);
  }

  private void add(String text, BlockKind kind, double linkShare) {
    if (text.isEmpty()) {
      return;
    }
    Frame frame = top();
    Region region = frame.region();
    if (region == Region.MAIN && linkShare >= MOSTLY_LINK && isInPageHeader()) {
      region = Region.NAVIGATION;
    }
    int level = kind == BlockKind.HEADING ? headingLevel() : 0;
    List<String> path = level > 0 ? headings.above(level) : headings.texts();
    blocks.add(new RawBlock(path, kind, text, region, frame.slot(), frame.element()));
    if (level > 0 && region == Region.MAIN) {
      headings.enter(level, text, frames.size());
    }
  }

  /// A heading's text may sit in a block of its own inside the heading.
  private int headingLevel() {
    int looked = 0;
    for (Frame frame : frames) {
      int level = Markup.headingLevel(frame.element());
      if (level > 0 || ++looked == 3) {
        return level;
      }
    }
    return 0;
  }

  private BlockKind kind() {
    for (Frame frame : frames) {
      switch (frame.element().normalName()) {
        case "li", "dt", "dd" -> {
          return BlockKind.LIST_ITEM;
        }
        case "pre" -> {
          return BlockKind.CODE;
        }
        case "blockquote" -> {
          return BlockKind.QUOTE;
        }
        default -> {}
      }
    }
    return BlockKind.PARAGRAPH;
  }

  private boolean isInPageHeader() {
    boolean header = false;
    for (Frame frame : frames) {
      String name = frame.element().normalName();
      if (name.equals("main") || name.equals("article")) {
        return false;
      }
      header |= name.equals("header");
    }
    return header;
  }

  private Frame top() {
    return frames.getFirst();
  }

  private record Frame(Element element, Region region, String slot, Map<String, Integer> counts) {
    String ordinal(String tag) {
      int nth = counts.merge(tag, 1, Integer::sum);
      return nth == 1 ? "" : String.valueOf(nth);
    }
  }
}
