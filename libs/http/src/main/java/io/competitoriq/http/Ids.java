package io.competitoriq.http;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/// Identifiers of rows: UUID version 7 (RFC 9562), so that new rows sort after old ones.
public final class Ids {

  /// One for the process: ids of the same millisecond count up, which two generators would not do.
  private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private Ids() {}

  /// A new id, later than every id this process has given out before.
  public static UUID next() {
    return GENERATOR.generate();
  }
}
