package io.competitoriq.analysis.golden;

import io.competitoriq.analysis.golden.GoldenSet.Case;
import io.competitoriq.analysis.golden.GoldenSet.ScriptedClaim;
import io.restassured.path.json.JsonPath;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Counts what came of the golden set. With the stand-in everything must be exact; of a model the
/// stated shares are asked.
final class GoldenScore {

  private static final double MODELS_LEAST = 90.0;

  private final boolean exact;
  private final List<String> misses = new ArrayList<>();
  private int cases;
  private int visible;
  private int verdicts;
  private int names;
  private int named;
  private int quotes;
  private int quoted;
  private int kept;
  private int dropped;
  private int unsupported;
  private int lies;
  private int drops;
  private int dropsRight;
  private ReceiptCheck receipts = new ReceiptCheck(0, 0);

  GoldenScore(boolean exact) {
    this.exact = exact;
  }

  void add(Case each, JsonPath signal) {
    cases++;
    if (signal.getString("headline") != null) {
      visible++;
    }
    String verdict = verdictOf(signal);
    String scripted = exact ? each.expect().scriptedVerdict() : null;
    String wanted = scripted == null ? each.expect().verdict() : scripted;
    if (verdict.equals(wanted)) {
      verdicts++;
    } else {
      misses.add(each.id() + ": verdict " + verdict + ", not " + wanted + reason(signal));
    }
    if (verdict.equals("UNSUPPORTED")) {
      unsupported++;
    }
    List<Map<String, Object>> claims = claims(signal);
    kept += claims.size();
    dropped += signal.getInt("assessment.droppedClaims");
    String shown = shown(signal, claims);
    if (!"UNSUPPORTED".equals(wanted)) {
      facts(each, shown);
      quotes(each, signal);
    }
    lies(each, shown);
    if (exact) {
      scripted(each, signal, claims);
    }
  }

  void addQuotes(ReceiptCheck check) {
    receipts = check;
  }

  List<String> misses() {
    return misses;
  }

  List<Map<String, Object>> rows() {
    double least = exact ? 100.0 : MODELS_LEAST;
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(share("signals_visible", visible, cases, 100.0));
    rows.add(share("verdicts_right", verdicts, cases, least));
    rows.add(share("facts_named", named, names, least));
    rows.add(share("quotes_held", quoted, quotes, least));
    if (exact) {
      rows.add(share("drops_right", dropsRight, drops, 100.0));
    }
    rows.add(
        share(
            "claims_open_at_quote", receipts.claims() - receipts.broken(), receipts.claims(), 100));
    rows.add(count("lies_shown", lies, 0));
    rows.add(row("claims_kept", "claims", kept));
    rows.add(row("claims_dropped", "claims", dropped));
    rows.add(row("answers_unsupported", "answers", unsupported));
    return rows;
  }

  private static String verdictOf(JsonPath signal) {
    if (!"DONE".equals(signal.getString("assessment.state"))) {
      return String.valueOf(signal.getString("assessment.failure"));
    }
    if (Boolean.TRUE.equals(signal.getBoolean("assessment.insufficientEvidence"))) {
      return "INSUFFICIENT";
    }
    return signal.getBoolean("assessment.relevant") ? "RELEVANT" : "NOISE";
  }

  private static String reason(JsonPath signal) {
    return " (" + signal.getString("assessment.reason") + ")";
  }

  private static List<Map<String, Object>> claims(JsonPath signal) {
    List<Map<String, Object>> claims = signal.getList("assessment.claims");
    return claims == null ? List.of() : claims;
  }

  /// All that people read of the model.
  private static String shown(JsonPath signal, List<Map<String, Object>> claims) {
    Stream<String> parts =
        Stream.of("headline", "whyItMatters", "noiseReason")
            .map(part -> signal.getString("assessment." + part));
    return String.join(
        "\n",
        Stream.concat(parts, claims.stream().map(claim -> String.valueOf(claim.get("text"))))
            .filter(Objects::nonNull)
            .toList());
  }

  private void facts(Case each, String shown) {
    for (String name : each.expect().names()) {
      names++;
      if (Arrays.stream(name.split("\\|")).anyMatch(way -> folded(shown).contains(folded(way)))) {
        named++;
      } else {
        misses.add(each.id() + ": does not name " + name);
      }
    }
  }

  private static Stream<?> evidenceOf(Map<String, Object> claim) {
    return claim.get("evidenceIds") instanceof List<?> ids ? ids.stream() : Stream.of();
  }

  /// A quote is held when a claim that stands cites the evidence it is.
  private void quotes(Case each, JsonPath signal) {
    List<?> cited = claims(signal).stream().flatMap(GoldenScore::evidenceOf).toList();
    for (String quote : each.expect().quotes()) {
      quotes++;
      List<Map<String, Object>> evidence = signal.getList("evidence");
      boolean holds =
          evidence.stream()
              .filter(piece -> cited.contains(piece.get("id")))
              .anyMatch(
                  piece -> folded(String.valueOf(piece.get("quote"))).contains(folded(quote)));
      if (holds) {
        quoted++;
      } else {
        misses.add(each.id() + ": no claim opens at \"" + quote + "\"");
      }
    }
  }

  private void lies(Case each, String shown) {
    for (String lie : each.expect().lies()) {
      if (folded(shown).contains(folded(lie))) {
        lies++;
        misses.add(each.id() + ": shows \"" + lie + "\"");
      }
    }
  }

  /// Each claim of the script must be kept or dropped as it says, and hidden parts be hidden.
  private void scripted(Case each, JsonPath signal, List<Map<String, Object>> claims) {
    List<String> texts = claims.stream().map(claim -> String.valueOf(claim.get("text"))).toList();
    for (ScriptedClaim claim : each.scripted().claims()) {
      drops++;
      if (texts.contains(claim.text()) == (claim.drop() == null)) {
        dropsRight++;
      } else {
        misses.add(
            each.id() + ": " + (claim.drop() == null ? "lost" : "kept") + " " + claim.text());
      }
    }
    List<String> hides = each.expect().scriptedHides();
    for (String part : hides == null ? List.<String>of() : hides) {
      drops++;
      String field = part.equals("why") ? "whyItMatters" : part;
      if (signal.getString("assessment." + field) == null) {
        dropsRight++;
      } else {
        misses.add(each.id() + ": shows its " + part);
      }
    }
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static Map<String, Object> share(String metric, long good, long all, double least) {
    double percent = all == 0 ? 0 : Math.round(1000.0 * good / all) / 10.0;
    Map<String, Object> row = row(metric, "%", percent);
    row.put("of", all);
    row.put("goal", ">=" + least);
    row.put("met", all > 0 && percent >= least);
    return row;
  }

  private static Map<String, Object> count(String metric, long found, long most) {
    Map<String, Object> row = row(metric, "count", found);
    row.put("goal", "<=" + most);
    row.put("met", found <= most);
    return row;
  }

  private static Map<String, Object> row(String metric, String unit, Object ours) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("metric", metric);
    row.put("unit", unit);
    row.put("ours", ours);
    return row;
  }
}
