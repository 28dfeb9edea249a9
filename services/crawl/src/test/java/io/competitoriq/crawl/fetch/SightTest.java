package io.competitoriq.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is seen of a page while it is read.
class SightTest {
  private static final int ALL = Integer.MAX_VALUE;
  private static final String END = "<p>End of <a href=/end>the page</a>";

  @Test
  void pageShowsItsOutline() {
    Outline outline =
        Sight.of(
                """
                <!doctype html><title> Plans
                 and&nbsp;prices &amp; more</title><base href=/en/><base href=/other/>
                <a href="/a?x=1&amp;y=2">A</a><a name=here>none</a><A HREF=b>B</A><a href="/a?x=1&amp;y=2">again</a>
                <svg><title>An icon</title><a href=/drawn></a></svg><title>Late</title>
                <script>document.write('<a href=/script>')</script><style>a{}</style><!-- <a href=/comment> -->
                <noscript><a href=/noscript></a></noscript><template><a href=/template></a></template>
                <textarea><a href=/text></textarea><iframe><a href=/frame></iframe>
                """,
                ALL)
            .outline();

    assertThat(outline.title()).isEqualTo("Plans and prices & more");
    assertThat(outline.base()).isEqualTo("/en/");
    assertThat(outline.links()).containsExactly("/a?x=1&y=2", "b", "/a?x=1&y=2", "/drawn");
  }

  @Test
  void headlineIsTheTitleAndEveryMainHeading() {
    Sight sight =
        Sight.of("<title>Acme</title><h1>4<b>04</b></h1><h1>Not<br>found</h1><h2>More</h2>", ALL);

    assertThat(sight.headline()).isEqualTo("acme | 404 not found");
  }

  @Test
  void lettersAreThoseAReaderSees() {
    assertThat(Sight.of("<title>Unseen</title><p> two   words </p><script>x()</script>", ALL))
        .extracting(Sight::letters)
        .isEqualTo("two words ".length());
    assertThat(Sight.of("<p>a&amp;b<!-- --></p>", ALL).letters()).isEqualTo("a&b ".length());
  }

  @Test
  void unclosedLettersAboveListsOfGreatDepthHideNoLink() {
    // Given
    Sight sight = new Sight(ALL);
    // When
    Tree.read("<li><b><b>" + "<li><ul>".repeat(300) + "<a href=/end>end</a>", sight);
    // Then
    assertThat(sight.outline().links()).containsExactly("/end");
  }

  @Test
  void lettersAreCountedAsFarAsTheyMatter() {
    assertThat(Sight.of("<p>word</p>".repeat(100), 50).letters()).isEqualTo(50);
  }

  @Test
  void metaTagsOfReadersWithoutScriptsCountToo() {
    assertThat(
            Sight.of(
                    "<meta name=a content=1><noscript><p><meta name=b content='2 &amp; 3'></noscript><template><meta name=c></template>",
                    ALL)
                .metas())
        .containsExactly(new Meta("a", "1"), new Meta("b", "2 & 3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<input type=password>", "<form><INPUT name=p TYPE=Password></form>"})
  void passwordFieldIsSeen(String field) {
    assertThat(Sight.of("<p>Sign in</p>" + field, ALL).password()).isTrue();
  }

  /// Whatever piece of the page the parser is at.
  @Test
  void referencesAreReadWholeWhereverTheyStand() {
    String links =
        IntStream.range(0, 3000)
            .mapToObj(i -> "<a href='/x?a=%d&hotel=1&amp;b=2'></a>".formatted(i))
            .collect(Collectors.joining());

    assertThat(Sight.of(links, ALL).outline().links())
        .hasSize(3000)
        .allMatch(link -> link.matches("/x\\?a=\\d+&hotel=1&b=2"));
  }

  /// But in the page's order: what stands in a table by mistake comes before it in a tree.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>One<p>Two<div>Three<a href=/1>four<a href=/2>five</a>",
        "<table><tr><td>in<a href=/in></a></td>out<a href=/out>x</a></table>",
        "<b><p>bold</b> not<i>so</p></i><a href=/x>y</a>",
        "<ul><li>1<li>2</ul></p></br>text<select><option>a<option>b</select>",
        "<svg><title>Icon</title><style>p{}</style></svg><math><mi>x</mi></math>",
        "<plaintext><a href=/none>",
        "<p title='>'>a</p><a href=\"/q\"class=x>b</a><a href=>c</a><a href = /spaced >d</a>",
        "<!-- a --!><p>b</p><!doctype html><?php x ?><p>c</p></ d><![CDATA[e]]>",
        "<head><noscript><img src=/pixel></noscript><title>After</title><meta name=x></head>",
        "<script><!--<script></script>--></script><p>out</p>",
        "a\r\nb<pre>\r\n c\r</pre>&#x41;&notit;&copy&lt",
        "<h1>Head <svg><title>of</title></svg> line</h1><h1></h1>",
      })
  void markupOfAnyKindIsReadAsTheTreeHasIt(String html) {
    Sight told = new Sight(ALL);
    Sight tree = new Sight(ALL);
    assertThat(Markup.read(html, told)).isTrue();
    Tree.read(html, tree);

    assertThat(told.outline().title()).isEqualTo(tree.outline().title());
    assertThat(told.outline().links()).containsExactlyInAnyOrderElementsOf(tree.outline().links());
    assertThat(told.headline()).isEqualTo(tree.headline());
    assertThat(told.metas()).isEqualTo(tree.metas());
    assertThat(told.letters()).isEqualTo(tree.letters());
    assertThat(told.password()).isEqualTo(tree.password());
  }

  static Stream<String> costlyPages() {
    return Stream.of(
        "<div>".repeat(30_000),
        "<p>" + numbered("<b id=%d>", 50) + "<p>x".repeat(5000),
        "<br " + numbered("a%d ", 30_000) + ">");
  }

  private static String numbered(String form, int count) {
    return IntStream.range(0, count).mapToObj(form::formatted).collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("costlyPages")
  void pageMadeToCostTimeIsSeenAllTheSame(String page) {
    assertThat(Markup.read(page + END, new Sight(ALL))).isFalse();

    Sight sight = Sight.of(page + END, ALL);

    assertThat(sight.outline().links()).containsExactly("/end");
    assertThat(sight.letters()).isGreaterThan("End of the page".length());
  }
}
