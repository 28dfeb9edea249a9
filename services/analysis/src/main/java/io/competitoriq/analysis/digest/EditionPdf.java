package io.competitoriq.analysis.digest;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import io.competitoriq.analysis.channel.ChannelConfig;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.jspecify.annotations.Nullable;

/// An edition as a PDF: the page of the mail, laid out on A4. Nothing is loaded while it is laid
/// out, and no more than two at a time are.
@ApplicationScoped
class EditionPdf {

  /// A story is about a third of a page.
  private static final int MOST_STORIES = 150;

  private static final int AT_ONCE = 2;
  private static final Duration BUSY = Duration.ofSeconds(5);
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Vertx vertx;
  private final String base;

  EditionPdf(Vertx vertx, ChannelConfig config) {
    FontMappers.set(new BundledFont());
    XRLog.setLoggingEnabled(false);
    this.vertx = vertx;
    this.base = config.publicUrl().toString().replaceFirst("/+$", "");
  }

  /// Fails with 503 while others are laid out.
  Uni<byte[]> of(EditionView edition) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              if (!places.tryAcquire()) {
                emitter.fail(busy());
                return;
              }
              vertx
                  .executeBlocking(() -> laidOut(edition), false)
                  .onComplete(_ -> places.release())
                  .onComplete(emitter::complete, emitter::fail);
            });
  }

  private byte[] laidOut(EditionView edition) {
    String path = "/digests/%s/editions/%s".formatted(edition.digestId(), edition.id());
    Sheet sheet = Sheet.of(edition.content(), base, path, MOST_STORIES);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder pdf = new PdfRendererBuilder();
    pdf.useFastMode();
    pdf.useUriResolver((_, _) -> null);
    pdf.useHttpStreamImplementation(_ -> new Nothing());
    pdf.useProtocolsStreamImplementation(_ -> new Nothing(), "http", "https", "file", "jar");
    // Helvetica has the letters of western Europe; whatever it lacks is looked for here.
    pdf.useFont(EditionPdf::font, "Liberation Sans", 400, FontStyle.NORMAL, true);
    pdf.useFont(EditionPdf::font, "Liberation Sans", 700, FontStyle.NORMAL, true);
    pdf.withProducer("CompetitorIQ");
    pdf.withHtmlContent(new EditionPage(sheet).render(), "");
    pdf.toStream(out);
    try {
      pdf.run();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return out.toByteArray();
  }

  private static @Nullable InputStream font() {
    return EditionPdf.class.getResourceAsStream(FONT);
  }

  private static ProblemException busy() {
    return Problems.unavailable(
        "pdf-busy", "Other PDFs are being made right now. Try again in a few seconds.", BUSY);
  }

  /// What every address leads to.
  private record Nothing() implements FSStream {

    @Override
    public InputStream getStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public Reader getReader() {
      return Reader.nullReader();
    }
  }
}
