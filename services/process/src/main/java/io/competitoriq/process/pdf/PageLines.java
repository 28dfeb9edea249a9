package io.competitoriq.process.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Reads the lines of a document in the order its author's program wrote them, which is column by
/// column where a page has columns.
final class PageLines extends PDFTextStripper {
  private final PdfBudget budget;
  private final List<Line> lines = new ArrayList<>();
  private LineBuilder line = new LineBuilder();
  private int page;

  private PageLines(PdfBudget budget) {
    this.budget = budget;
    setShouldSeparateByBeads(false);
  }

  static List<Line> of(PDDocument document, PdfBudget budget) throws IOException {
    budget.pages(document.getNumberOfPages());
    PageLines reader = new PageLines(budget);
    reader.writeText(document, Writer.nullWriter());
    return reader.lines;
  }

  @Override
  protected void startPage(PDPage next) {
    budget.page();
    page++;
  }

  @Override
  protected void endPage(PDPage ended) {
    endLine();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    budget.step();
    super.processOperator(operator, operands);
  }

  @Override
  protected void processTextPosition(TextPosition letters) {
    budget.characters(letters.getUnicode() == null ? 1 : letters.getUnicode().length());
    super.processTextPosition(letters);
  }

  @Override
  protected void writeString(String word, List<TextPosition> letters) {
    line.add(word, letters);
  }

  @Override
  protected void writeWordSeparator() {
    line.blank();
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphEnd() {
    endLine();
  }

  private void endLine() {
    line.build(page).ifPresent(lines::add);
    line = new LineBuilder();
  }
}
