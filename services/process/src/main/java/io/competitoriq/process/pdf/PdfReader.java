package io.competitoriq.process.pdf;

import io.competitoriq.process.content.Texts;
import io.competitoriq.process.fact.pricing.PriceParser;
import io.competitoriq.process.pdf.PdfReading.Cause;
import io.competitoriq.process.pdf.PdfReading.Laid;
import io.competitoriq.process.pdf.PdfReading.Unread;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.encryption.StandardSecurityHandler;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Reads the text of a PDF. CPU work: call it on a worker thread.
@RegisterForReflection(targets = StandardSecurityHandler.class)
public final class PdfReader {
  private static final byte[] MARK = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  /// Blanks and a byte order mark may stand before it.
  private static final int STARTS_WITHIN = 1024;

  private static final int LONGEST_TITLE = 500;

  /// What programs write where a title belongs.
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)untitled.*|(microsoft (word|powerpoint|excel)|powerpoint.*) - .*|document\\d*|.*\\.(docx?|pptx?|xlsx?|indd|ai|qxd|pdf|odt|tmp)");

  static {
    FontMappers.set(new BundledFont());
  }

  private PdfReader() {}

  /// Whether the bytes are a PDF, whatever the server calls them.
  public static boolean looksLikePdf(byte[] body) {
    int start = 0;
    while (start < body.length && (body[start] <= ' ' && start < STARTS_WITHIN)) {
      start++;
    }
    return Arrays.equals(
        body, start, Math.min(body.length, start + MARK.length), MARK, 0, MARK.length);
  }

  public static PdfReading read(byte[] body) {
    return read(body, PdfLimits.DEFAULT);
  }

  static PdfReading read(byte[] body, PdfLimits limits) {
    PdfBudget budget = new PdfBudget(limits);
    try (PDDocument document = new GuardedParser(body, budget).parse()) {
      return document.getCurrentAccessPermission().canExtractContent()
          ? read(document, budget)
          : locked("The PDF forbids copying its text.");
    } catch (InvalidPasswordException locked) {
      return locked("The PDF opens with a password only.");
    } catch (LinkageError certificates) {
      return locked("The PDF opens with a certificate only.");
    } catch (PdfTooMuch tooMuch) {
      return new Unread(
          Cause.TOO_LARGE,
          "The PDF is not read: %s. Watch a shorter PDF, or the web page that says the same."
              .formatted(tooMuch.getMessage()));
    } catch (IOException | StackOverflowError damaged) {
      return damaged();
    } catch (IllegalArgumentException | IllegalStateException | ClassCastException damaged) {
      // The library's words for parts that are not what they should be.
      return damaged();
    }
  }

  private static PdfReading read(PDDocument document, PdfBudget budget) throws IOException {
    List<Line> lines = RunningLines.leftOut(PageLines.of(document, budget));
    if (lines.isEmpty()) {
      return new Unread(
          Cause.WITHOUT_TEXT,
          "The PDF holds pictures and no text. Watch a PDF with text, or the web page that says the same.");
    }
    String language = language(document);
    Locale locale = Locale.forLanguageTag(language);
    Document page = PdfLayout.of(lines, text -> namesMoney(text, locale));
    page.title(title(document, lines));
    if (!locale.getLanguage().isEmpty()) {
      page.child(0).attr("lang", language);
    }
    String author = Texts.collapse(text(document.getDocumentInformation().getAuthor()));
    if (!author.isEmpty()) {
      page.head().appendElement("meta").attr("name", "author").attr("content", author);
    }
    return new Laid(page);
  }

  private static boolean namesMoney(String text, Locale locale) {
    return text.chars().anyMatch(Character::isDigit)
        && PriceParser.findAll(text, locale).stream().anyMatch(price -> price.currency() != null);
  }

  private static String title(PDDocument document, List<Line> lines) {
    String named = cut(Texts.collapse(text(document.getDocumentInformation().getTitle())));
    return named.isEmpty() || NO_TITLE.matcher(named).matches()
        ? cut(PdfLayout.largest(lines))
        : named;
  }

  private static String cut(String title) {
    return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
  }

  private static String language(PDDocument document) {
    return text(document.getDocumentCatalog().getLanguage()).strip().replace('_', '-');
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Unread locked(String why) {
    return new Unread(
        Cause.LOCKED,
        why + " Ask its owner for an open one, or watch the web page that says the same.");
  }

  private static Unread damaged() {
    return new Unread(
        Cause.DAMAGED,
        "The PDF is damaged. Open the address in a browser: if it shows nothing, give the source another address.");
  }
}
