package io.competitoriq.process.pdf;

import java.io.ByteArrayOutputStream;

/// Bytes as long as the budget bears them.
final class BoundedBytes extends ByteArrayOutputStream {
  private final PdfBudget budget;
  private final boolean again;

  /// @param again whether the same bytes were counted before
  BoundedBytes(PdfBudget budget, boolean again) {
    this.budget = budget;
    this.again = again;
  }

  @Override
  public void write(int b) {
    budget.unpacked(count + 1, 1, again);
    super.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    budget.unpacked(count + length, length, again);
    super.write(bytes, offset, length);
  }
}
