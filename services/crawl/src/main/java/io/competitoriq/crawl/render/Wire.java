package io.competitoriq.crawl.render;

/// A line to a browser's DevTools: whole JSON messages, in order. Sending never blocks.
interface Wire {

  /// Sends one message; to a line that is gone it sends nothing.
  void send(String message);

  /// Hangs up.
  void close();

  /// Who hears what comes in, on one thread; must not block.
  interface Listener {
    /// One message.
    void received(String message);

    /// The line is gone; said once.
    void gone();
  }
}
