package io.competitoriq.process.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.jspecify.annotations.Nullable;

/// A stream of a PDF, unpacked within bounds. The library unpacks into memory without any.
final class GuardedStream extends COSStream {

  /// Everything else packs pictures, which are never unpacked.
  private static final Set<COSName> OF_TEXT =
      Set.of(
          COSName.FLATE_DECODE,
          COSName.FLATE_DECODE_ABBREVIATION,
          COSName.LZW_DECODE,
          COSName.LZW_DECODE_ABBREVIATION,
          COSName.ASCII85_DECODE,
          COSName.ASCII85_DECODE_ABBREVIATION,
          COSName.ASCII_HEX_DECODE,
          COSName.ASCII_HEX_DECODE_ABBREVIATION,
          COSName.RUN_LENGTH_DECODE,
          COSName.RUN_LENGTH_DECODE_ABBREVIATION,
          COSName.CRYPT);

  private static final int LONGEST_ROW = 100_000;

  private final PdfBudget budget;

  /// Kept as long as there is room: a letterhead is drawn on every page.
  private SoftReference<byte[]> unpacked = new SoftReference<>(null);

  private boolean counted;

  GuardedStream(COSDictionary dictionary, RandomAccessReadView bytes, PdfBudget budget)
      throws IOException {
    super(null, bytes);
    this.budget = budget;
    dictionary.forEach(this::setItem);
    setKey(dictionary.getKey());
  }

  /// Always a list: a page whose only filter has a bare name is unpacked behind our back.
  @Override
  public @Nullable COSBase getFilters() {
    COSBase filters = super.getFilters();
    if (!(filters instanceof COSName)) {
      return filters;
    }
    COSArray list = new COSArray();
    list.add(filters);
    return list;
  }

  @Override
  public COSInputStream createInputStream(DecodeOptions options) throws IOException {
    unpack();
    return super.createInputStream(options);
  }

  @Override
  public RandomAccessRead createView() throws IOException {
    return new RandomAccessReadBuffer(unpack());
  }

  private byte[] unpack() throws IOException {
    byte[] known = unpacked.get();
    if (known != null) {
      return known;
    }
    byte[] bytes = throughFilters();
    counted = true;
    UnicodeRanges.check(bytes);
    unpacked = new SoftReference<>(bytes);
    return bytes;
  }

  private byte[] throughFilters() throws IOException {
    List<Filter> filters = filters();
    refuseLongRows(getDictionaryObject(COSName.DECODE_PARMS, COSName.DP));
    InputStream packed = createRawInputStream();
    byte[] bytes = new byte[0];
    for (int i = 0; i < filters.size(); i++) {
      BoundedBytes out = new BoundedBytes(budget, counted);
      filters.get(i).decode(packed, out, this, i);
      bytes = out.toByteArray();
      packed = new ByteArrayInputStream(bytes);
    }
    return filters.isEmpty() ? packed.readAllBytes() : bytes;
  }

  /// As the library applies them: each once.
  private List<Filter> filters() throws IOException {
    List<Filter> filters = new ArrayList<>();
    if (getFilters() instanceof COSArray names) {
      for (COSBase name : names.toList()) {
        if (!(name instanceof COSName known) || !OF_TEXT.contains(known)) {
          throw new IOException("packed like a picture: " + name);
        }
        Filter filter = FilterFactory.INSTANCE.getFilter(known);
        if (!filters.contains(filter)) {
          filters.add(filter);
        }
      }
    }
    return filters;
  }

  /// Rows are held in memory, whatever the bytes are.
  private static void refuseLongRows(@Nullable COSBase parameters) throws IOException {
    switch (parameters) {
      case COSDictionary row -> {
        if (row.getInt(COSName.COLUMNS, 1) > LONGEST_ROW
            || row.getInt(COSName.BITS_PER_COMPONENT, 8) > 32) {
          throw new IOException("rows of no text");
        }
      }
      case COSArray each -> {
        for (int i = 0; i < each.size(); i++) {
          refuseLongRows(each.getObject(i) instanceof COSDictionary row ? row : null);
        }
      }
      case null, default -> {}
    }
  }
}
