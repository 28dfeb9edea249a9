package io.competitoriq.process.fact.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The JSON a page carries to be drawn from: scripts of type `application/json` and values that
/// scripts assign to a name.
final class EmbeddedJson {

  private static final int LONGEST = 4_000_000;
  private static final int MOST_SCRIPTS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ASSIGNED =
      Pattern.compile("(?:window\\.|self\\.|var |let |const )[\\w$.]{2,40}\\s*=\\s*(?=[\\[{])");
  private static final Pattern ABOUT_JOBS =
      Pattern.compile(
          "\"(workplaceType|employmentType|employment_type|departmentName|locationName|department|departments|hostedUrl|absolute_url|jobPostings)\"");

  private EmbeddedJson() {}

  /// Those that speak of jobs.
  static List<JsonNode> aboutJobs(Document page) {
    List<JsonNode> found = new ArrayList<>();
    for (Element script : page.select("script:not([src]):not([type*=ld+json])")) {
      String data = script.data();
      if (found.size() < MOST_SCRIPTS
          && data.length() <= LONGEST
          && ABOUT_JOBS.matcher(data).find()) {
        read(script.attr("type").contains("json") ? data : assigned(data), found);
      }
    }
    return found;
  }

  private static String assigned(String script) {
    Matcher assignment = ASSIGNED.matcher(script);
    return assignment.find() ? script.substring(assignment.end()) : "";
  }

  private static void read(String json, List<JsonNode> into) {
    if (json.isBlank()) {
      return;
    }
    try {
      into.add(JSON.readTree(json));
    } catch (JsonProcessingException otherScript) {
      // A script that is no plain JSON is left to the text of the page.
      return;
    }
  }
}
