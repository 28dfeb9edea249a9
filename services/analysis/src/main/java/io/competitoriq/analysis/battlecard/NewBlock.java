package io.competitoriq.analysis.battlecard;

import io.competitoriq.http.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A prose block to be added to a section.
///
/// @param citations where it is written; each is looked up
/// @param origin HUMAN when not given; ANSWER for an answer to a question
public record NewBlock(
    @NotNull UUID sectionId,
    @NotBlank @Size(max = 4000) String text,
    @Nullable @Size(max = 20) List<@Valid @NotNull CitationRequest> citations,
    @Nullable Origin origin) {

  List<CitationRequest> cited() {
    return citations == null ? List.of() : citations;
  }

  Block block(Map<CitationRequest, Citation> found) {
    List<Citation> verified =
        cited().stream().map(each -> Objects.requireNonNull(found.get(each))).toList();
    Origin from = origin == Origin.ANSWER ? Origin.ANSWER : Origin.HUMAN;
    return Block.prose(Ids.next(), text.strip(), verified, from);
  }
}
