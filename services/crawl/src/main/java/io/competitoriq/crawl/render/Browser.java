package io.competitoriq.crawl.render;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One running browser. What is counted here is guarded by the pool's lock.
final class Browser {
  private static final long MEGABYTE = 1 << 20;

  private final DevTools tools;
  private final @Nullable LocalProcess process;
  private final String proxyAddress;
  private final String product;
  private final long startedNanos = System.nanoTime();
  private final AtomicReference<@Nullable Recycling> condemned = new AtomicReference<>();
  private final AtomicBoolean killedForMemory = new AtomicBoolean();
  private long idleSinceNanos = startedNanos;
  private int open;
  private int served;

  /// @param process missing for a browser that runs elsewhere
  /// @param proxyAddress where this browser finds the proxy, `host:port`
  /// @param product what it is, as `Chrome/156.0.0.0`
  Browser(DevTools tools, @Nullable LocalProcess process, String proxyAddress, String product) {
    this.tools = tools;
    this.process = process;
    this.proxyAddress = proxyAddress;
    this.product = product;
  }

  DevTools tools() {
    return tools;
  }

  String proxyAddress() {
    return proxyAddress;
  }

  String product() {
    return product;
  }

  void opened() {
    open++;
    served++;
  }

  void closed() {
    open--;
    idleSinceNanos = System.nanoTime();
  }

  int open() {
    return open;
  }

  /// Takes no more pages: why, or nothing.
  @Nullable Recycling due(RenderConfig.Recycle limits) {
    Recycling sentence = condemned.get();
    if (sentence != null) {
      return sentence;
    }
    if (!tools.alive()) {
      return Recycling.BROKEN;
    }
    if (served >= limits.pages()) {
      return Recycling.PAGES;
    }
    return since(startedNanos).compareTo(limits.age()) > 0 ? Recycling.AGE : null;
  }

  boolean idleFor(Duration time) {
    return open == 0 && since(idleSinceNanos).compareTo(time) > 0;
  }

  /// Takes no more pages; ends when its last one is closed.
  void condemn(Recycling why) {
    condemned.compareAndSet(null, why);
  }

  /// Whether a page of this browser was killed because of its memory; asked once per kill.
  boolean wasKilledForMemory() {
    return killedForMemory.getAndSet(false);
  }

  /// Kills pages that took too much, and says whether the whole browser did.
  boolean tooMuchMemory(RenderConfig config) {
    if (process == null) {
      return false;
    }
    long all = 0;
    for (ProcessMemory.Usage usage : ProcessMemory.of(process.handle())) {
      all += usage.bytes();
      if (usage.page() && usage.bytes() > config.page().megabytes() * MEGABYTE) {
        killedForMemory.set(true);
        usage.process().destroyForcibly();
      }
    }
    return all > config.recycle().megabytes() * MEGABYTE;
  }

  /// Ends it, whatever it is doing.
  void kill() {
    condemn(Recycling.BROKEN);
    if (process == null) {
      tools.close();
      return;
    }
    process.kill();
    tools.close();
  }

  /// Waits until a killed one has left nothing behind.
  void awaitGone() {
    if (process != null) {
      process.awaitGone();
    }
  }

  @Override
  public String toString() {
    return process == null ? "remote" : "pid " + process.handle().pid();
  }

  /// What ends a browser's life.
  enum Recycling {
    PAGES,
    AGE,
    MEMORY,
    IDLE,
    BROKEN
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
