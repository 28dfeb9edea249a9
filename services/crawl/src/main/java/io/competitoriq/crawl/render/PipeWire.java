package io.competitoriq.crawl.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;

/// The DevTools of a child process on two pipes: no port that a page or another user could reach,
/// and a browser whose parent died reads the end of its pipe and goes. Messages end in NUL.
final class PipeWire implements Wire {
  private static final int LARGEST_MESSAGE = 128 << 20;

  private final OutputStream out;
  private final InputStream in;
  private final Listener listener;
  private final LinkedBlockingQueue<byte[]> outbox = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  private PipeWire(Process browser, Listener listener) {
    this.out = browser.getOutputStream();
    this.in = browser.getInputStream();
    this.listener = listener;
  }

  static PipeWire to(Process browser, Listener listener) {
    PipeWire wire = new PipeWire(browser, listener);
    Thread.ofPlatform().daemon().name("browser-reader").start(wire::read);
    Thread.ofPlatform().daemon().name("browser-writer").start(wire::write);
    return wire;
  }

  @Override
  public void send(String message) {
    if (!closed) {
      outbox.add(message.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    closed = true;
    outbox.add(new byte[0]);
  }

  private void write() {
    try (out) {
      while (!closed) {
        byte[] message = outbox.take();
        if (message.length > 0) {
          out.write(message);
          out.write(0);
          out.flush();
        }
      }
    } catch (IOException e) {
      closed = true; // the reader sees the end as well, and says so
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    byte[] message = new byte[1 << 16];
    int length = 0;
    byte[] chunk = new byte[1 << 16];
    try (in) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        int from = 0;
        for (int i = 0; i < read; i++) {
          if (chunk[i] == 0) {
            message = append(message, length, chunk, from, i);
            listener.received(new String(message, 0, length + i - from, StandardCharsets.UTF_8));
            length = 0;
            from = i + 1;
          }
        }
        message = append(message, length, chunk, from, read);
        length += read - from;
      }
    } catch (IOException e) {
      closed = true;
    } finally {
      closed = true;
      listener.gone();
    }
  }

  private static byte[] append(byte[] to, int length, byte[] from, int start, int end)
      throws IOException {
    int needed = length + end - start;
    if (needed > LARGEST_MESSAGE) {
      throw new IOException("message too large");
    }
    byte[] room = needed > to.length ? Arrays.copyOf(to, Math.max(needed, to.length * 2)) : to;
    System.arraycopy(from, start, room, length, end - start);
    return room;
  }
}
