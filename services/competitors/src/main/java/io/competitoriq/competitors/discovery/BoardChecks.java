package io.competitoriq.competitors.discovery;

import io.competitoriq.messages.Collector;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/// Opens the job boards a site leads to, so that a suggestion names a job and a board nobody rents
/// any more is none.
final class BoardChecks {

  private static final int MOST = 8;
  private static final double OPENED = 0.95;

  private final Trail trail;
  private final Requests requests;

  BoardChecks(Trail trail, Requests requests) {
    this.trail = trail;
    this.requests = requests;
  }

  List<Find> boards() {
    return trail.finds().stream()
        .filter(find -> !find.checked() && SiteBorder.isJobBoard(find.url().value()))
        .limit(MOST)
        .toList();
  }

  Uni<Void> check(Find board) {
    return requests
        .page(board.url())
        .chain(answer -> answer.map(fetched -> note(board, fetched)).orElseGet(() -> tried(board)));
  }

  private Uni<Void> note(Find board, Fetched fetched) {
    return switch (fetched) {
      case Fetched.Body body -> read(board, body);
      case Fetched.Answer answer when answer.isMissing() -> {
        trail.drop(board);
        yield Uni.createFrom().voidItem();
      }
      case Fetched.Answer _, Fetched.Nothing _ -> tried(board);
    };
  }

  private Uni<Void> tried(Find board) {
    trail.replace(board, board.tried());
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> read(Find board, Fetched.Body body) {
    Uni<Optional<Find>> read =
        board.collector() == Collector.FEED
            ? requests.feed(body).map(feed -> feed.map(f -> ofFeed(board, f)))
            : body.isHtml()
                ? requests.outline(body).map(page -> Optional.of(ofPage(board, page)))
                : requests
                    .read(() -> JobListing.read(body.bytes().getBytes()))
                    .map(list -> list.map(l -> ofList(board, l)));
    return read.invoke(found -> trail.replace(board, found.orElseGet(board::tried)))
        .replaceWithVoid();
  }

  private static Find ofFeed(Find board, FeedPreview feed) {
    return board.seen(feed.sample(), OPENED, "its list of jobs can be read");
  }

  private static Find ofPage(Find board, PageOutline page) {
    return board.seen(Sample.titled(page.shownTitle()), OPENED, "it opens");
  }

  private static Find ofList(Find board, JobListing list) {
    String count = list.openings() == 1 ? "1 opening is" : list.openings() + " openings are";
    return board.seen(Sample.titled(list.first().orElse("")), OPENED, count + " listed there");
  }
}
