package io.competitoriq.process.fact.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteFinder;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.Details;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.Method;
import io.competitoriq.process.page.JsonLd;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// Reads who leads a company and who works for it, with their roles. Only where the page says that
/// it is about them: customers, authors and quoted people are not the company's.
public final class PeopleReader {

  private static final String ROLE = "role";
  private static final double STATED = 0.95;
  private static final double BY_RULE = 0.85;
  private static final int CLIMB = 4;
  private static final Pattern ABOUT_PEOPLE =
      Pattern.compile(
          "(?iuU)(?<!\\p{L})(team|leadership|leaders|founders?|executives?|management|board|directors|vorstand|geschäftsführung|équipe|equipe|equipo|dirección|direction|who we are|people behind|our people|mitarbeiter|ansprechpartner|advisors|partners? (and|&) staff|staff)(?!\\p{L})");
  private static final Pattern OTHER_PEOPLE =
      Pattern.compile(
          "(?iuU)(?<!\\p{L})(customers?|clients?|say|says|said|loved|testimonials?|reviews?|stories|speakers?|authors?|kunden\\w*)(?!\\p{L})");

  /// What sets off the words of somebody else.
  private static final Evaluator QUOTED =
      QueryParser.parse(
          "blockquote, figure, cite, [class*=testimonial], [class*=review], [class*=quote], [class*=author], [class*=comment]");

  private static final int HEADING_WORDS = 7;
  private static final Pattern ABOUT_PATH =
      Pattern.compile("(?i)/(about|about-us|company|who-we-are|ueber-uns|uber-uns|a-propos)(/|$)");
  private static final List<String> TIES =
      List.of("founder", "founders", "employee", "employees", "member", "members");
  private static final Pattern PATH =
      Pattern.compile(
          "(?i)/(our-)?(team|leadership|people|management|board|executives|founders|staff)/?$");

  private final List<Piece> pieces;
  private final boolean peoplePage;
  private final boolean aboutPage;
  private final Map<String, FactDraft> people = new LinkedHashMap<>();

  private PeopleReader(Content content, URI url) {
    this.pieces = Piece.of(content);
    this.peoplePage = url.getPath() != null && PATH.matcher(url.getPath()).find();
    this.aboutPage = url.getPath() != null && ABOUT_PATH.matcher(url.getPath()).find();
  }

  public static List<FactDraft> read(Content content, JsonLd stated, URI url) {
    PeopleReader reader = new PeopleReader(content, url);
    reader.stated(stated, content);
    for (int i = 0; i < reader.pieces.size(); i++) {
      reader.at(i);
    }
    return List.copyOf(reader.people.values());
  }

  /// Those an organization names as its own; others only where the page is about people, for pages
  /// name authors, reviewers and members of forums in the same way.
  private void stated(JsonLd stated, Content content) {
    for (JsonNode company : stated.ofType("Organization", "Corporation", "LocalBusiness")) {
      for (String tie : TIES) {
        JsonNode tied = company.path(tie);
        (tied.isArray() ? tied : List.of(tied)).forEach(person -> state(person, content));
      }
    }
    if (peoplePage || aboutPage) {
      stated.ofType("Person").stream()
          .filter(person -> stands(person, content))
          .forEach(person -> state(person, content));
    }
  }

  private boolean stands(JsonNode person, Content content) {
    String name = Texts.collapse(person.path("name").asText(""));
    return content.sourced().stream()
        .filter(each -> QuoteFinder.in(each.block(), name).isPresent())
        .findFirst()
        .filter(each -> each.element().closest(QUOTED) == null)
        .isPresent();
  }

  private void state(JsonNode person, Content content) {
    String name = Texts.collapse(person.path("name").asText(""));
    String role = Texts.collapse(person.path("jobTitle").asText(""));
    if (!name.isEmpty() && !role.isEmpty()) {
      QuoteFinder.in(content, name + ", " + role)
          .or(() -> QuoteFinder.in(content, name))
          .ifPresent(
              quote ->
                  add(name, role, quote, Method.JSONLD, STATED, person.path("url").asText("")));
    }
  }

  private void at(int i) {
    Piece piece = pieces.get(i);
    Matcher both = Names.both(piece.text());
    if (both.matches()
        && Names.isName(both.group(1))
        && Names.isRole(both.group(2))
        && isAboutPeople(piece)) {
      Quote quote = QuoteFinder.in(piece.block(), piece.text()).orElse(null);
      add(both.group(1), both.group(2), quote, Method.RULE, BY_RULE, page(piece.element()));
      return;
    }
    if (Names.isName(piece.text()) && isAboutPeople(piece)) {
      Piece role = role(i);
      if (role != null) {
        Quote quote = QuoteFinder.in(piece.block(), piece.text()).orElse(null);
        add(
            piece.text(),
            role.text(),
            quote == null ? null : spanning(piece, role, quote),
            Method.RULE,
            BY_RULE,
            page(piece.element()));
      }
    }
  }

  /// The role stands after the name, or before it where each card begins with one: the nearer.
  private @Nullable Piece role(int i) {
    Piece name = pieces.get(i);
    Piece after = i + 1 < pieces.size() ? pieces.get(i + 1) : name;
    Piece before = i > 0 ? pieces.get(i - 1) : name;
    int below = Names.isRole(after.text()) ? distance(name, after) : CLIMB;
    int above = Names.isRole(before.text()) ? distance(name, before) : CLIMB;
    if (below >= CLIMB && above >= CLIMB) {
      return null;
    }
    return below <= above ? after : before;
  }

  /// How many elements up from one the other is inside; `CLIMB` when it is farther away.
  private static int distance(Piece one, Piece other) {
    Element at = one.element();
    for (int level = 0; level < CLIMB && at != null; level++, at = at.parent()) {
      if (other.element() == at || other.element().parents().contains(at)) {
        return level;
      }
    }
    return CLIMB;
  }

  private boolean isAboutPeople(Piece piece) {
    List<String> path = piece.block().path();
    return path.stream().noneMatch(heading -> OTHER_PEOPLE.matcher(heading).find())
        && (peoplePage || path.stream().anyMatch(PeopleReader::introducesPeople))
        && piece.element().closest(QUOTED) == null;
  }

  private static boolean introducesPeople(String heading) {
    return Texts.words(heading) <= HEADING_WORDS && ABOUT_PEOPLE.matcher(heading).find();
  }

  private static Quote spanning(Piece name, Piece role, Quote quote) {
    if (name.block() != role.block()) {
      return quote;
    }
    String text = name.block().text();
    return text.length() <= 120 ? Quote.of(name.block()) : quote;
  }

  private static String page(Element element) {
    Element link = element.closest("a[href]");
    return link == null ? "" : link.absUrl("href");
  }

  private void add(
      String name,
      String role,
      @Nullable Quote quote,
      Method method,
      double confidence,
      String page) {
    String key = FactDraft.key(FactKind.PERSON, name, ROLE, null);
    String link = page.startsWith("http") ? page : null;
    people.putIfAbsent(
        key,
        new FactDraft(
            FactKind.PERSON,
            key,
            name,
            ROLE,
            FactValue.ofText(role),
            method,
            quote == null ? confidence / 2 : confidence,
            link,
            null,
            quote,
            new Details().add(DetailKind.PROFILE, link, null).list()));
  }
}
