package io.competitoriq.competitors.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.Collector;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobBoardTest {

  @ParameterizedTest(name = "{0} is {1} at {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://boards.greenhouse.io/embed/job_board/js?for=acme        | Greenhouse            | https://boards.greenhouse.io/acme
          https://job-boards.eu.greenhouse.io/acme/jobs/4412              | Greenhouse            | https://job-boards.eu.greenhouse.io/acme
          https://boards-api.greenhouse.io/v1/boards/acme/jobs            | Greenhouse            | https://boards.greenhouse.io/acme
          https://jobs.lever.co/acme/1f2e-99                              | Lever                 | https://jobs.lever.co/acme
          https://jobs.eu.lever.co/acme?team=Sales                        | Lever                 | https://jobs.eu.lever.co/acme
          https://jobs.ashbyhq.com/acme/embed?version=2                   | Ashby                 | https://api.ashbyhq.com/posting-api/job-board/acme
          https://apply.workable.com/acme/j/9A1B/                         | Workable              | https://apply.workable.com/api/v1/widget/accounts/acme
          https://careers.smartrecruiters.com/Acme                        | SmartRecruiters       | https://api.smartrecruiters.com/v1/companies/Acme/postings
          https://acme.recruitee.com/o/chemist                            | Recruitee             | https://acme.recruitee.com/
          https://acme.jobs.personio.de/?language=de                      | Personio              | https://acme.jobs.personio.de/
          https://acme.teamtailor.com/jobs                                | Teamtailor            | https://acme.teamtailor.com/jobs.rss
          https://acme.bamboohr.com/jobs/embed2.php                       | BambooHR              | https://acme.bamboohr.com/careers/list
          https://acme.wd3.myworkdayjobs.com/en-US/External/job/x         | Workday               | https://acme.wd3.myworkdayjobs.com/en-US/External
          https://acme.breezy.hr/p/12-chemist                             | Breezy                | https://acme.breezy.hr/
          https://jobs.jobvite.com/careers/acme/job/1                     | Jobvite               | https://jobs.jobvite.com/acme/jobs
          https://www.welcometothejungle.com/fr/companies/acme/jobs/x     | Welcome to the Jungle | https://www.welcometothejungle.com/fr/companies/acme/jobs
          """)
  void isToldByAnyLinkOrEmbedOfItsProvider(String url, String name, String source) {
    // When
    JobBoard board = JobBoard.of(URI.create(url)).orElseThrow();
    // Then
    assertThat(board.name()).isEqualTo(name);
    assertThat(board.source()).isEqualTo(URI.create(source));
  }

  @Test
  void theProvidersOwnPagesAndOtherSitesAreNone() {
    assertThat(JobBoard.of(URI.create("https://www.bamboohr.com/pricing"))).isEmpty();
    assertThat(JobBoard.of(URI.create("https://scripts.teamtailor.com/widgets/x.js"))).isEmpty();
    assertThat(JobBoard.of(URI.create("https://jobs.acme.com/"))).isEmpty();
  }

  @Test
  void aBoardWithAFeedIsReadAsOneAndOneOfScriptsInABrowser() {
    assertThat(
            JobBoard.of(URI.create("https://acme.teamtailor.com/jobs")).orElseThrow().collector())
        .isEqualTo(Collector.FEED);
    assertThat(
            JobBoard.of(URI.create("https://acme.wd3.myworkdayjobs.com/External"))
                .orElseThrow()
                .scripted())
        .isTrue();
  }
}
