package io.competitoriq.process.pdf;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;

/// The file. Whatever goes round in circles in it goes round here.
final class WatchedBytes extends RandomAccessReadBuffer {
  private final byte[] bytes;
  private final PdfBudget budget;

  WatchedBytes(byte[] bytes, PdfBudget budget) {
    super(bytes);
    this.bytes = bytes;
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    budget.step();
    return super.read();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    budget.lookAtTheClock();
    return super.read(into, offset, length);
  }

  /// Reads on its own, beside the parser.
  @Override
  public RandomAccessReadView createView(long start, long length) {
    return new RandomAccessReadView(new WatchedBytes(bytes, budget), start, length, true);
  }
}
