package io.competitoriq.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageHistoryTest {

  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

  @Test
  void aChangeIsSeenTwiceAndEveryDateGoesWithToday() {
    var page =
        page(
            "<p>$49</p> <p>{day:40}</p>",
            new DemoCompany.Change(2, List.of(new DemoCompany.Edit("$49", "$59"))),
            new DemoCompany.Change(0.1, List.of(new DemoCompany.Edit("$59", "$61"))));

    List<PageHistory.Version> versions = PageHistory.of(page, NOW);

    assertThat(versions)
        .extracting(PageHistory.Version::html)
        .containsExactly(
            "<p>$49</p> <p>18 October 2026</p>",
            "<p>$59</p> <p>18 October 2026</p>",
            "<p>$59</p> <p>18 October 2026</p>",
            "<p>$61</p> <p>18 October 2026</p>",
            "<p>$61</p> <p>18 October 2026</p>");
    assertThat(versions)
        .extracting(PageHistory.Version::at)
        .containsExactly(
            Instant.parse("2026-08-29T12:00:00Z"),
            Instant.parse("2026-11-25T12:00:00Z"),
            Instant.parse("2026-11-25T18:00:00Z"),
            Instant.parse("2026-11-27T09:36:00Z"),
            Instant.parse("2026-11-27T10:48:00Z"));
  }

  @Test
  void anEditThatFitsTwiceOrNowhereIsAFault() {
    var edit = new DemoCompany.Change(2, List.of(new DemoCompany.Edit("$49", "$59")));

    assertThatThrownBy(() -> PageHistory.of(page("$49 and $49", edit), NOW))
        .hasMessageContaining("/pricing");
    assertThatThrownBy(() -> PageHistory.of(page("$19", edit), NOW))
        .hasMessageContaining("does not stand there once");
  }

  /// Every edit fits, nothing is real, and whatever is told happened in order and before now.
  @Test
  void theCompaniesOfTheContractTellOneStory() {
    List<DemoCompany> companies = new DemoMarket(new ObjectMapper()).companies();

    assertThat(companies).hasSize(3);
    assertThat(companies).allMatch(company -> company.url().getHost().endsWith(".invalid"));
    for (DemoCompany company : companies) {
      for (DemoCompany.Page page : company.pages()) {
        assertThat(PageHistory.of(page, NOW))
            .extracting(PageHistory.Version::at)
            .isSorted()
            .doesNotHaveDuplicates()
            .allMatch(at -> at.isBefore(NOW));
      }
    }
  }

  private static DemoCompany.Page page(String html, DemoCompany.Change... changes) {
    return new DemoCompany.Page(
        "/pricing", "PRICING", "Pricing", "PT6H", 90, List.of(html), List.of(changes));
  }
}
