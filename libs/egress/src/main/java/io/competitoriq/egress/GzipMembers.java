package io.competitoriq.egress;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads gzip of any number of members, one after the other (RFC 1952). The JDK's own stream calls
/// itself once per member, so that a small body of empty members overflows its stack. What follows
/// the last member is ignored, as browsers do.
final class GzipMembers extends InputStream {
  private static final int MAGIC = 0x1f8b;
  private static final int METHOD_DEFLATE = 8;
  private static final int HEADER_CRC = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] buffer = new byte[8192];
  private int position;
  private int limit;
  private boolean first = true;
  private boolean within;
  private boolean over;

  GzipMembers(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!over) {
      if (!within && !openMember()) {
        over = true;
        return -1;
      }
      int count = inflate(target, offset, length);
      if (count > 0) {
        checksum.update(target, offset, count);
        return count;
      }
      closeMember();
    }
    return -1;
  }

  private boolean openMember() throws IOException {
    int start = next();
    boolean gzip = start >= 0 && (start << 8 | Math.max(0, next())) == MAGIC;
    if (!gzip && first) {
      throw new IOException("not gzip");
    }
    if (!gzip) {
      return false;
    }
    skipHeader();
    inflater.reset();
    inflater.setInput(buffer, position, limit - position);
    checksum.reset();
    within = true;
    first = false;
    return true;
  }

  private void skipHeader() throws IOException {
    if (required() != METHOD_DEFLATE) {
      throw new IOException("unknown gzip method");
    }
    int flags = required();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(required() | required() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(target, offset, length);
      while (count == 0 && !inflater.finished()) {
        if (inflater.needsDictionary() || !fill()) {
          throw new EOFException("gzip ends early");
        }
        inflater.setInput(buffer, 0, limit);
        count = inflater.inflate(target, offset, length);
      }
      return count;
    } catch (DataFormatException e) {
      throw new IOException("not gzip inside", e);
    }
  }

  private void closeMember() throws IOException {
    position = limit - inflater.getRemaining();
    if (little() != checksum.getValue() || little() != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new IOException("gzip checksum differs");
    }
    within = false;
  }

  private long little() throws IOException {
    return required() | required() << 8 | required() << 16 | (long) required() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      required();
    }
  }

  private void skipText() throws IOException {
    int last = required();
    while (last != 0) {
      last = required();
    }
  }

  private int required() throws IOException {
    int next = next();
    if (next < 0) {
      throw new EOFException("gzip ends early");
    }
    return next;
  }

  private int next() throws IOException {
    return position < limit || fill() ? buffer[position++] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
