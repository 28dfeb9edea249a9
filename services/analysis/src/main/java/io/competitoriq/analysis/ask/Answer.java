package io.competitoriq.analysis.ask;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is said to a question.
///
/// @param note a sentence for a person: what is missing, or why there is no answer; may be empty
/// @param claims each with at least one citation
/// @param citations numbered from 1, each named by a claim
/// @param followUps questions that may be asked next
public record Answer(
    Verdict verdict,
    Confidence confidence,
    String note,
    List<Claim> claims,
    List<Citation> citations,
    List<String> followUps) {

  public Answer {
    claims = List.copyOf(claims);
    citations = List.copyOf(citations);
    followUps = List.copyOf(followUps);
  }

  /// How sure an answer is.
  public enum Confidence {
    LOW,
    MEDIUM,
    HIGH
  }

  /// One sentence of an answer.
  ///
  /// @param citations numbers of what it rests on
  public record Claim(String text, Piece.Kind kind, List<Integer> citations) {
    public Claim {
      citations = List.copyOf(citations);
    }
  }

  /// Gives each place one number, however many claims rest on it.
  static final class Builder {
    private final List<Claim> claims = new ArrayList<>();
    private final Map<String, Citation> citations = new LinkedHashMap<>();

    Builder add(String text, Piece.Kind kind, List<Citation> grounds) {
      List<Integer> numbers = grounds.stream().map(this::number).distinct().toList();
      claims.add(new Claim(text, kind, numbers));
      return this;
    }

    private Integer number(Citation citation) {
      String place = citation.documentId() + " " + citation.start() + " " + citation.end();
      return citations
          .computeIfAbsent(place, _ -> citation.numbered(citations.size() + 1))
          .number();
    }

    boolean isEmpty() {
      return claims.isEmpty();
    }

    Answer build(Verdict verdict, Confidence confidence, String note, List<String> followUps) {
      return new Answer(
          verdict, confidence, note, claims, List.copyOf(citations.values()), followUps);
    }
  }
}
