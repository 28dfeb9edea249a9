package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// Our rules read no offer from a page that asks for money: have the language model read it. Queue
/// `analysis-jobs`, deduplicated by source and text. The text itself is fetched by document.
///
/// @param textSha256 of the document's text in UTF-8; the answer is kept under it
public record ReadOffers(UUID sourceId, UUID documentId, String textSha256) {

  public static final String QUEUE = "analysis-jobs";
  public static final String KIND = "read-offers";

  public ReadOffers {
    requireNonNull(sourceId, "sourceId");
    requireNonNull(documentId, "documentId");
    Require.sha256(textSha256, "textSha256");
  }
}
