package io.competitoriq.process.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/// Writes PDFs as an office program would.
public final class PdfSheets implements AutoCloseable {
  private static final PDFont FONT = new PDType1Font(FontName.HELVETICA);
  private static final float MARGIN = 60;
  private static final float TOP = 720;

  private final PDDocument document = new PDDocument();
  private PDPageContentStream sheet;
  private float y = TOP;

  public PdfSheets() {
    sheet = open(document);
  }

  public PDDocument document() {
    return document;
  }

  public PdfSheets newPage() {
    writing(sheet::close);
    sheet = open(document);
    y = TOP;
    return this;
  }

  private static PDPageContentStream open(PDDocument document) {
    PDPage page = new PDPage();
    document.addPage(page);
    try {
      return new PDPageContentStream(document, page);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// One line, a line's height below the one before.
  public PdfSheets line(float size, String text) {
    return cells(size, text);
  }

  /// A line with wide gaps.
  public PdfSheets cells(float size, String... cells) {
    y -= 1.25f * size;
    for (int i = 0; i < cells.length; i++) {
      at(MARGIN + 160 * i, size, cells[i]);
    }
    return this;
  }

  public PdfSheets gap() {
    y -= 20;
    return this;
  }

  private void at(float x, float size, String text) {
    writing(
        () -> {
          sheet.beginText();
          sheet.setFont(FONT, size);
          sheet.newLineAtOffset(x, y);
          sheet.showText(text);
          sheet.endText();
        });
  }

  public PdfSheets protectedBy(String userPassword, AccessPermission permission) {
    return writing(
        () ->
            document.protect(
                new StandardProtectionPolicy("owner of it all", userPassword, permission)));
  }

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writing(
        () -> {
          sheet.close();
          document.save(bytes);
          document.close();
        });
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    writing(document::close);
  }

  private PdfSheets writing(Writing writing) {
    try {
      writing.run();
      return this;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private interface Writing {
    void run() throws IOException;
  }
}
