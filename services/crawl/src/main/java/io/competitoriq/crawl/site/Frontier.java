package io.competitoriq.crawl.site;

import io.competitoriq.crawl.site.SitePage.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which pages the walk knows and which it reads next: breadth first, each once.
///
/// Not thread-safe: one walk, one context.
final class Frontier {
  private final Scope scope;
  private final Map<String, SitePage> pages = new LinkedHashMap<>();
  private final Deque<String> waiting = new ArrayDeque<>();
  private int given;

  Frontier(Scope scope) {
    this.scope = scope;
  }

  /// Goes on where an earlier part of the walk stopped.
  static Frontier resumed(Scope scope, Collection<SitePage> known) {
    Frontier frontier = new Frontier(scope);
    known.forEach(
        page -> {
          frontier.pages.put(page.url(), page);
          if (page.state() == State.WAITING) {
            frontier.waiting.add(page.url());
          } else {
            frontier.given++;
          }
        });
    return frontier;
  }

  /// Takes note of an address; out of scope, too deep or known already it changes nothing but
  /// whether the page is linked.
  void offer(String url, int depth, boolean linked) {
    SitePage known = pages.get(url);
    if (known != null) {
      if (linked && !known.linked()) {
        pages.put(url, known.asLinked());
      }
      return;
    }
    boolean room = pages.size() < 10 * scope.maxPages();
    if (room && depth <= scope.maxDepth() && scope.holds(url)) {
      pages.put(url, new SitePage(url, depth, linked, State.WAITING, ""));
      waiting.add(url);
    }
  }

  /// The next page to read; empty when there is none or the walk has read enough.
  Optional<SitePage> next() {
    if (given >= scope.maxPages() || waiting.isEmpty()) {
      return Optional.empty();
    }
    given++;
    return Optional.ofNullable(pages.get(waiting.remove()));
  }

  /// Back into the line, first: it could not be read now.
  void postpone(SitePage page) {
    given--;
    waiting.addFirst(page.url());
  }

  void read(SitePage page, String title) {
    settle(page, State.READ, title);
  }

  void giveUp(SitePage page) {
    settle(page, State.IN_TROUBLE, "");
  }

  void dismiss(SitePage page) {
    settle(page, State.NOT_A_PAGE, "");
  }

  private void settle(SitePage page, State state, String title) {
    pages.computeIfPresent(page.url(), (_, known) -> known.as(state, title));
  }

  boolean isDone() {
    return given >= scope.maxPages() || waiting.isEmpty();
  }

  int pagesRead() {
    return (int) pages.values().stream().filter(page -> page.state() == State.READ).count();
  }

  /// Everything known, in the order it was found.
  List<SitePage> pages() {
    return new ArrayList<>(pages.values());
  }
}
