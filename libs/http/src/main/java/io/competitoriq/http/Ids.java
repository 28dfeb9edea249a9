package io.competitoriq.http;

import com.fasterxml.uuid.Generators;
import java.util.UUID;

/// Identifiers of rows: UUID version 7 (RFC 9562), so that new rows sort after old ones.
public final class Ids {

  private Ids() {}

  /// A new id, later than every id this process has given out before.
  public static UUID next() {
    return Generators.timeBasedEpochGenerator().generate();
  }
}
