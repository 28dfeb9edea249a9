package io.competitoriq.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellsTest {
  private static final String APP = "<script src=/app.js></script>";
  private static final String LONG_TEXT = "The Team plan costs 29 dollars per seat. ".repeat(20);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div id=root></div>",
        "<div id=app>Loading...</div>",
        "<app-root></app-root><noscript>" + "Please enable JavaScript to run this app.</noscript>",
        "<header>Acme Products Pricing Company Blog Careers</header><div id=__next></div>",
        "<main><p>You need to enable JavaScript to see our prices, dear visitor.</p></main>",
      })
  void pageThatWaitsForItsScriptsIsAShell(String body) {
    assertThat(Shells.isShell("<!doctype html><body>" + body + APP)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div id=root><p>The Team plan costs 29 dollars per seat and month.</p></div>",
        "<p>A short page with a counting script is a page all the same.</p>",
        "<p>How to enable it: see below.</p><p>The plan costs 29 dollars per seat.</p>",
      })
  void pageWithTextIsNone(String body) {
    assertThat(Shells.isShell("<!doctype html><body>" + body + APP)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div id=root></div>", "<div id=chat></div>"})
  void longPageIsNoneWhateverElseIsEmpty(String widget) {
    assertThat(Shells.isShell("<!doctype html><body>" + LONG_TEXT + widget + APP)).isFalse();
  }

  @Test
  void pageOfGreatDepthIsNone() {
    assertThat(Shells.isShell("<li><b><b>" + "<li><ul>".repeat(300) + "deep" + APP)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<div id=root></div>"})
  void pageWithoutScriptsIsJustEmpty(String body) {
    assertThat(Shells.isShell("<!doctype html><body>" + body)).isFalse();
  }
}
