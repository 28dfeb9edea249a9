package io.competitoriq.process.fact.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteFinder;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.Details;
import io.competitoriq.process.fact.Method;
import io.competitoriq.process.page.JsonLd;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Openings a page states as schema.org JobPosting in JSON-LD.
final class StatedOpenings {

  private StatedOpenings() {}

  static List<Opening> read(JsonLd jsonLd, Content content, URI url) {
    List<Opening> openings = new ArrayList<>();
    for (JsonNode posting : jsonLd.ofType("JobPosting")) {
      String title = Texts.collapse(posting.path("title").asText(posting.path("name").asText("")));
      if (!title.isEmpty() && Texts.words(title) <= 20) {
        openings.add(opening(posting, title, content, url));
      }
    }
    return openings;
  }

  private static Opening opening(JsonNode posting, String title, Content content, URI url) {
    Details details = new Details();
    String place = places(posting.path("jobLocation"));
    if (posting.path("jobLocationType").asText("").equalsIgnoreCase("TELECOMMUTE")) {
      details.add(DetailKind.WORKPLACE, Workplace.REMOTE.name(), null);
    }
    details.add(DetailKind.LOCATION, place, quote(content, place.split(",", 2)[0]));
    texts(posting.path("employmentType"))
        .flatMap(type -> Employment.in(type).stream())
        .findFirst()
        .ifPresent(type -> details.add(DetailKind.EMPLOYMENT, type.name(), null));
    pay(posting.path("baseSalary")).ifPresent(pay -> pay(details, pay, shown(content, pay)));
    String link = posting.path("url").asText("");
    return new Opening(
        title,
        quote(content, title),
        link.isBlank() ? null : resolve(url, link),
        details.list(),
        Method.JSONLD);
  }

  /// In the page's words where it shows the same.
  private static void pay(Details details, Pay pay, @Nullable Quote shown) {
    Pay worded =
        shown == null
            ? pay
            : new Pay(shown.text(), pay.min(), pay.max(), pay.currency(), pay.period());
    OpeningDetails.pay(details, worded, shown);
  }

  private static @Nullable Quote quote(Content content, String words) {
    return QuoteFinder.in(content, words).orElse(null);
  }

  /// The block whose pay is the one stated.
  private static @Nullable Quote shown(Content content, Pay stated) {
    return content.blocks().stream()
        .filter(block -> block.text().length() < 400)
        .flatMap(
            block ->
                Pay.in(block.text())
                    .filter(pay -> pay.min() == stated.min() && pay.max() == stated.max())
                    .flatMap(pay -> QuoteFinder.in(block, pay.words()))
                    .stream())
        .findFirst()
        .orElse(null);
  }

  private static String places(JsonNode location) {
    if (location.isArray()) {
      List<String> places = new ArrayList<>();
      location.forEach(each -> places.add(places(each)));
      return places.stream()
          .filter(it -> !it.isEmpty())
          .distinct()
          .limit(5)
          .collect(Collectors.joining(" / "));
    }
    JsonNode address = location.path("address");
    if (address.isTextual()) {
      return Texts.collapse(address.asText());
    }
    return Stream.of("addressLocality", "addressRegion", "addressCountry")
        .map(address::path)
        .map(part -> part.isObject() ? part.path("name").asText("") : part.asText(""))
        .map(Texts::collapse)
        .filter(part -> !part.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Optional<Pay> pay(JsonNode salary) {
    JsonNode value = salary.path("value");
    String currency = salary.path("currency").asText(salary.path("salaryCurrency").asText(""));
    JsonNode one = value.isObject() ? value.path("value") : value;
    Optional<BigDecimal> min = number(value.path("minValue")).or(() -> number(one));
    Optional<BigDecimal> max = number(value.path("maxValue")).or(() -> number(one)).or(() -> min);
    PayPeriod period = PayPeriod.in(value.path("unitText").asText("")).orElse(null);
    return min.flatMap(
        low ->
            max.flatMap(
                high ->
                    Pay.of(
                        range(low, high) + " " + currency,
                        low,
                        high,
                        currency.toUpperCase(Locale.ROOT),
                        period)));
  }

  static String range(BigDecimal low, BigDecimal high) {
    return low.compareTo(high) == 0
        ? low.toPlainString()
        : low.toPlainString() + " – " + high.toPlainString();
  }

  static Optional<BigDecimal> number(JsonNode node) {
    String text = node.asText("").replace(",", "").strip();
    return text.matches("\\d{1,9}(\\.\\d{1,4})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isArray()
        ? Stream.iterate(0, i -> i < node.size(), i -> i + 1).map(i -> node.get(i).asText(""))
        : Stream.of(node.asText(""));
  }

  static String resolve(URI url, String href) {
    try {
      return url.resolve(href.strip().replace(" ", "%20")).toString();
    } catch (IllegalArgumentException broken) {
      return href;
    }
  }
}
