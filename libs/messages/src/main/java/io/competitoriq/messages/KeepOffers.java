package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/// The language model read a page's offers: check them and keep those that hold. Queue
/// `process-jobs`, deduplicated by source and text.
///
/// @param textSha256 of the text that was read
/// @param model that read it
/// @param promptVersion from 1
/// @param offers at most [#MAX_OFFERS]; none when the page makes none
public record KeepOffers(
    UUID sourceId,
    UUID documentId,
    String textSha256,
    String model,
    int promptVersion,
    List<ReadOffer> offers) {

  public static final String QUEUE = "process-jobs";
  public static final String KIND = "keep-offers";
  public static final int MAX_OFFERS = 60;

  public KeepOffers {
    requireNonNull(sourceId, "sourceId");
    requireNonNull(documentId, "documentId");
    Require.sha256(textSha256, "textSha256");
    Require.text(model, "model");
    offers = List.copyOf(offers);
    if (promptVersion < 1) {
      throw new IllegalArgumentException("promptVersion counts from 1: " + promptVersion);
    }
    if (offers.size() > MAX_OFFERS) {
      throw new IllegalArgumentException("at most " + MAX_OFFERS + " offers");
    }
  }
}
