package io.competitoriq.process.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdfparser.PDFParser;

/// The library's parser with streams that cannot unpack to more than they may.
final class GuardedParser extends PDFParser {

  GuardedParser(byte[] body, PdfBudget budget) throws IOException {
    super(new WatchedBytes(body, budget));
    // Whoever parses, also when a broken file is searched for its parts, makes streams here.
    document =
        new COSDocument(IOUtils.createMemoryOnlyStreamCache(), this) {
          @Override
          public COSStream createCOSStream(COSDictionary dictionary, long start, long length)
              throws IOException {
            return new GuardedStream(dictionary, createRandomAccessReadView(start, length), budget);
          }
        };
  }
}
