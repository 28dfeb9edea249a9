package io.competitoriq.crawl.render;

import io.competitoriq.crawl.render.Browser.Recycling;
import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Browsers and pages, never more than configured. Browsers start when they are needed and are
/// replaced before they grow old, large or strange.
@Startup // so that its gauges are there before the first page is
@ApplicationScoped
class BrowserPool {
  private static final Duration WATCH_EVERY = Duration.ofMillis(250);

  private final BrowserLauncher launcher;
  private final RenderConfig config;
  private final RenderMeters meters;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private final List<Browser> browsers = new ArrayList<>();
  private int launching;
  private boolean watched;
  private boolean closed;

  BrowserPool(BrowserLauncher launcher, RenderConfig config, RenderMeters meters) {
    this.launcher = launcher;
    this.config = config;
    this.meters = meters;
    meters.pool(config.browsers() * config.pagesPerBrowser(), this::openPages, this::openBrowsers);
  }

  /// A browser with room for a page; give it back. Waits for one, but not for ever.
  Browser take() {
    Deadline deadline = Deadline.in(config.waitForPage());
    lock.lock();
    try {
      while (true) {
        Optional<Browser> free = free();
        if (free.isPresent()) {
          free.get().opened();
          return free.get();
        }
        if (!closed && browsers.size() + launching < config.browsers()) {
          launch(deadline);
        } else {
          await(deadline);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /// Gives back what was taken, once.
  void giveBack(Browser browser) {
    lock.lock();
    try {
      browser.closed();
      retire(browser);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  int openPages() {
    lock.lock();
    try {
      return browsers.stream().mapToInt(Browser::open).sum();
    } finally {
      lock.unlock();
    }
  }

  int openBrowsers() {
    lock.lock();
    try {
      return browsers.size();
    } finally {
      lock.unlock();
    }
  }

  @PreDestroy
  void close() {
    List<Browser> ended;
    lock.lock();
    try {
      closed = true;
      ended = List.copyOf(browsers);
      ended.forEach(Browser::kill);
      browsers.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    ended.forEach(Browser::awaitGone);
  }

  private Optional<Browser> free() {
    List.copyOf(browsers).forEach(this::retire);
    return browsers.stream()
        .filter(browser -> browser.due(config.recycle()) == null)
        .filter(browser -> browser.open() < config.pagesPerBrowser())
        .min(Comparator.comparingInt(Browser::open));
  }

  /// Lets go of a browser that is due and has no page left.
  private void retire(Browser browser) {
    Recycling why = browser.due(config.recycle());
    if (why != null && browser.open() == 0) {
      end(browser, why);
    }
  }

  private void end(Browser browser, Recycling why) {
    if (browsers.remove(browser)) {
      Log.debugf("browser ends %s why=%s", browser, why);
      meters.recycled(why);
      browser.kill();
    }
  }

  /// Called with the lock held, starts without it.
  private void launch(Deadline deadline) {
    launching++;
    lock.unlock();
    Browser browser;
    try {
      browser = launcher.launch(deadline);
    } finally {
      lock.lock();
      launching--;
      changed.signalAll();
    }
    if (closed) {
      browser.kill();
      throw new RenderFailure(Reason.BUSY, "The service is stopping.");
    }
    browsers.add(browser);
    if (!watched) {
      watched = true;
      Thread.ofVirtual().name("browser-watch").start(this::watch);
    }
  }

  private void await(Deadline deadline) {
    try {
      if (closed || changed.awaitNanos(deadline.remainingNanos()) <= 0) {
        throw new RenderFailure(Reason.BUSY, "No page of the browser became free in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RenderFailure(Reason.BROWSER_LOST, "The rendering was called off.");
    }
  }

  /// As long as there is a browser: looks after its memory, and stops it when nobody needs it.
  private void watch() {
    while (look()) {
      try {
        TimeUnit.NANOSECONDS.sleep(WATCH_EVERY.toNanos());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private boolean look() {
    List<Browser> large =
        snapshot().stream().filter(browser -> browser.tooMuchMemory(config)).toList();
    lock.lock();
    try {
      for (Browser browser : large) {
        browser.condemn(Recycling.MEMORY);
        if (browser.open() == 0) {
          end(browser, Recycling.MEMORY);
        }
      }
      for (Browser browser : List.copyOf(browsers)) {
        if (browser.idleFor(config.recycle().idle())) {
          end(browser, Recycling.IDLE);
        }
      }
      watched = !browsers.isEmpty();
      return watched;
    } finally {
      lock.unlock();
    }
  }

  private List<Browser> snapshot() {
    lock.lock();
    try {
      return List.copyOf(browsers);
    } finally {
      lock.unlock();
    }
  }
}
