package io.competitoriq.process.noise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolatileTest {

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          Updated 3 minutes ago                 ¦ Updated 41 minutes ago
          vor 3 Stunden aktualisiert            ¦ vor 2 Tagen aktualisiert
          Published on 12 March 2026            ¦ Published on 3 April 2026
          March 12, 2026                        ¦ Apr. 3, 2026
          As of 2026-11-01T08:00:00Z            ¦ As of 2026-11-02T09:30:00Z
          It is 10:41:07                        ¦ It is 23:59:59
          Ends in 2d 4h 10m                     ¦ Ends in 1d 3h 59m
          12 people are viewing this page       ¦ 87 people are viewing this page
          1,204 views                           ¦ 1,377 views
          © 2025 Brightdesk                     ¦ © 2026 Brightdesk
          Session ID: 8f3a99c0de11              ¦ Session ID: 01b2c3d4e5f6
          Page generated in 0.231 seconds       ¦ Page generated in 1.9 seconds
          34,891 views 223 likes                ¦ 409 views 92 likes
          By Ana · 1,204 views · 17 comments    ¦ By Ana · 98 views · 3 comments
          3 people are looking at this          ¦ 17 people are looking at this
          Someone in Graz bought this 5 minutes ago ¦ Somebody from Leeds ordered this 2 hours ago
          Only 3 left in stock                  ¦ Only 11 left in stock
          4.7 (1,234 reviews)                   ¦ 4.7 (1,301 reviews)
          Last updated: May 3, 2026             ¦ Last updated: November 25, 2026
          Local time 09:15                      ¦ Local time 17:40
          Order within 3 hours 20 minutes       ¦ Order within 2 hours 5 minutes
          “Great” – she said                    ¦ "Great" - she said
          """)
  void whatChangesByItselfIsTheSame(String one, String other) {
    assertThat(Volatile.masked(one)).isEqualTo(Volatile.masked(other));
  }

  @ParameterizedTest(name = "{0} is not {1}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          $49/mo                       ¦ $59/mo
          49,90 € pro Monat            ¦ 59,90 € pro Monat
          Up to 10 users               ¦ Up to 5 users
          5 GB of storage              ¦ 10 GB of storage
          14-day free trial            ¦ 30-day free trial
          Trusted by 9,000 teams       ¦ Trusted by 12,000 teams
          The webinar is on 12 March 2027       ¦ The webinar is on 19 March 2027
          Berlin | 12 March 2027 | 9:00         ¦ Berlin | 12 March 2027 | 10:00
          Book by January 5, 2026, for travel   ¦ Book by December 31, 2025, for travel
          Includes 10,000 views per month       ¦ Includes 20,000 views per month
          In stock                              ¦ Out of stock
          £7.50 per user per month     ¦ £9.50 per user per month
          """)
  void whatMeansSomethingIsKept(String one, String other) {
    assertThat(Volatile.masked(one)).isNotEqualTo(Volatile.masked(other));
  }
}
