package io.competitoriq.process.fact.jobs;

import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.process.fact.Detail;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.Details;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Joins what the parts of a page tell of the same opening and makes facts of it. An opening is
/// named by its title and place: the same work elsewhere is another opening.
final class OpeningFacts {

  private static final String FIELD = "opening";
  private static final double STATED = 0.98;
  private static final double BY_RULE = 0.9;
  private static final double UNSEEN = 0.5;

  /// What the value of the fact says, beside which a change is news.
  private static final Set<DetailKind> SHOWN =
      Set.of(
          DetailKind.LOCATION,
          DetailKind.WORKPLACE,
          DetailKind.EMPLOYMENT,
          DetailKind.DEPARTMENT,
          DetailKind.SALARY);

  private OpeningFacts() {}

  /// @param openings those told best first
  static List<FactDraft> of(List<Opening> openings) {
    List<Opening> joined = new ArrayList<>();
    for (Opening opening : openings) {
      int at = twin(joined, opening);
      if (at < 0) {
        joined.add(opening);
      } else {
        joined.set(at, joined.get(at).with(opening));
      }
    }
    Map<String, FactDraft> facts = new LinkedHashMap<>();
    joined.stream().map(OpeningFacts::fact).forEach(fact -> facts.putIfAbsent(fact.key(), fact));
    return List.copyOf(facts.values());
  }

  /// The same title, and not told to be two: elsewhere, or two pages of their own.
  private static int twin(List<Opening> known, Opening opening) {
    for (int i = 0; i < known.size(); i++) {
      Opening other = known.get(i);
      boolean elsewhere =
          other.method() == opening.method()
              && !folded(other.location()).equals(folded(opening.location()));
      boolean apart =
          other.link() != null && opening.link() != null && !other.link().equals(opening.link());
      if (folded(other.title()).equals(folded(opening.title())) && !elsewhere && !apart) {
        return i;
      }
    }
    return -1;
  }

  private static FactDraft fact(Opening opening) {
    Details details = new Details().addAll(opening.details());
    Function.of(opening.title(), details.text(DetailKind.DEPARTMENT))
        .ifPresent(function -> details.add(DetailKind.FUNCTION, function.name(), null));
    Seniority.of(opening.title())
        .ifPresent(seniority -> details.add(DetailKind.SENIORITY, seniority.name(), null));
    String place = details.text(DetailKind.LOCATION);
    String name = place.isEmpty() ? opening.title() : opening.title() + " @ " + place;
    return new FactDraft(
        FactKind.JOB_OPENING,
        FactDraft.key(FactKind.JOB_OPENING, name, FIELD, null),
        opening.title(),
        FIELD,
        FactValue.ofText(value(opening.title(), details.list())),
        opening.method(),
        confidence(opening),
        opening.link(),
        null,
        opening.quote(),
        details.list());
  }

  private static double confidence(Opening opening) {
    if (opening.quote() == null) {
      return UNSEEN;
    }
    return opening.method() == Method.RULE ? BY_RULE : STATED;
  }

  /// The title says nothing the subject does not; it stands where nothing else is told.
  private static String value(String title, List<Detail> details) {
    String said =
        details.stream()
            .filter(detail -> SHOWN.contains(detail.kind()))
            .map(OpeningFacts::words)
            .distinct()
            .collect(Collectors.joining(" · "));
    return said.isEmpty() ? title : said;
  }

  private static String words(Detail detail) {
    boolean ours = detail.kind() == DetailKind.WORKPLACE || detail.kind() == DetailKind.EMPLOYMENT;
    return ours ? detail.text().toLowerCase(Locale.ROOT).replace('_', ' ') : detail.text();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
