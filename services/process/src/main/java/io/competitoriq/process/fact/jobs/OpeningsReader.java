package io.competitoriq.process.fact.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.page.JsonLd;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;

/// Reads the openings of a page: what it states in JSON-LD or microdata, what the data it is drawn
/// from says, and what it lists. Each may tell more of an opening than the others.
public final class OpeningsReader {

  private OpeningsReader() {}

  /// All openings of a careers page.
  public static List<FactDraft> read(Document page, Content content, JsonLd stated, URI url) {
    List<Opening> openings = new ArrayList<>(StatedOpenings.read(stated, content, url));
    for (JsonNode data : EmbeddedJson.aboutJobs(page)) {
      openings.addAll(BoardData.read(data, content));
    }
    openings.addAll(ListedOpenings.read(content));
    return OpeningFacts.of(openings);
  }

  /// Those a page of any kind states as such.
  public static List<FactDraft> stated(Content content, JsonLd stated, URI url) {
    return OpeningFacts.of(StatedOpenings.read(stated, content, url));
  }

  /// The answer of a job board's interface.
  public static List<FactDraft> ofJson(JsonNode answer, Content content) {
    return OpeningFacts.of(BoardData.read(answer, content));
  }
}
