package io.competitoriq.process.fact.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceParserTest {

  @ParameterizedTest(name = "{0} [{1}]")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          # text                                        ¦ locale ¦ minor    ¦ cur ¦ period ¦ marks
          $49/mo                                        ¦ en ¦ 4900     ¦ USD ¦ MONTH ¦ -
          $49 /month                                    ¦ en ¦ 4900     ¦ USD ¦ MONTH ¦ -
          $49.99 per month                              ¦ en ¦ 4999     ¦ USD ¦ MONTH ¦ -
          49,90 € pro Monat                             ¦ de ¦ 4990     ¦ EUR ¦ MONTH ¦ -
          49 €/Monat                                    ¦ de ¦ 4900     ¦ EUR ¦ MONTH ¦ -
          1.299,00 € pro Jahr                           ¦ de ¦ 129900   ¦ EUR ¦ YEAR  ¦ -
          ab 9,90 € monatlich                           ¦ de ¦ 990      ¦ EUR ¦ MONTH ¦ from
          ab 9 € pro Nutzer/Monat                       ¦ de ¦ 900      ¦ EUR ¦ MONTH ¦ from seat
          einmalig 199 €                                ¦ de ¦ 19900    ¦ EUR ¦ ONCE  ¦ -
          49,- € im Monat                               ¦ de ¦ 4900     ¦ EUR ¦ MONTH ¦ -
          99 EUR jährlich                               ¦ de ¦ 9900     ¦ EUR ¦ YEAR  ¦ -
          US$1,299.00 billed annually                   ¦ en ¦ 129900   ¦ USD ¦ YEAR  ¦ -
          $39/mo billed annually                        ¦ en ¦ 3900     ¦ USD ¦ MONTH ¦ yearly
          $47 per agent per month, billed yearly        ¦ en ¦ 4700     ¦ USD ¦ MONTH ¦ yearly seat
          or £7 / agent / month, paid yearly            ¦ en ¦ 700      ¦ GBP ¦ MONTH ¦ yearly seat
          39 € pro Monat bei jährlicher Zahlung         ¦ de ¦ 3900     ¦ EUR ¦ MONTH ¦ yearly
          39 € pro Nutzer und Monat                     ¦ de ¦ 3900     ¦ EUR ¦ MONTH ¦ seat
          39 € par mois, facturé annuellement           ¦ fr ¦ 3900     ¦ EUR ¦ MONTH ¦ yearly
          39 € al mes, facturado anualmente             ¦ es ¦ 3900     ¦ EUR ¦ MONTH ¦ yearly
          Annual: $39/mo                                ¦ en ¦ 3900     ¦ USD ¦ MONTH ¦ yearly
          $49/mo, save 20% billed annually              ¦ en ¦ 4900     ¦ USD ¦ MONTH ¦ -
          $49/mo billed monthly                         ¦ en ¦ 4900     ¦ USD ¦ MONTH ¦ -
          $49/mo billed annually or monthly             ¦ en ¦ 4900     ¦ USD ¦ MONTH ¦ -
          $468 billed yearly                            ¦ en ¦ 46800    ¦ USD ¦ YEAR  ¦ -
          $490 per year                                 ¦ en ¦ 49000    ¦ USD ¦ YEAR  ¦ -
          $490/yr                                       ¦ en ¦ 49000    ¦ USD ¦ YEAR  ¦ -
          £99 p.a.                                      ¦ en ¦ 9900     ¦ GBP ¦ YEAR  ¦ -
          ¥12,000                                       ¦ ja ¦ 12000    ¦ JPY ¦ -     ¦ -
          ¥99/月                                        ¦ zh ¦ 9900     ¦ CNY ¦ MONTH ¦ -
          月額 1,980円                                  ¦ ja ¦ 1980     ¦ JPY ¦ MONTH ¦ -
          99元/月                                       ¦ zh ¦ 9900     ¦ CNY ¦ MONTH ¦ -
          ₩29,000                                       ¦ ko ¦ 29000    ¦ KRW ¦ -     ¦ -
          ₹1,999                                        ¦ en-IN ¦ 199900 ¦ INR ¦ -    ¦ -
          ₹1,00,000 per year                            ¦ en-IN ¦ 10000000 ¦ INR ¦ YEAR ¦ -
          Rs. 499/month                                 ¦ en-IN ¦ 49900 ¦ INR ¦ MONTH ¦ -
          Free                                          ¦ en ¦ -        ¦ -   ¦ -     ¦ free
          Free forever                                  ¦ en ¦ -        ¦ -   ¦ -     ¦ free
          $0                                            ¦ en ¦ 0        ¦ USD ¦ -     ¦ free
          0 € pro Monat                                 ¦ de ¦ 0        ¦ EUR ¦ MONTH ¦ free
          Kostenlos                                     ¦ de ¦ -        ¦ -   ¦ -     ¦ free
          Gratuit                                       ¦ fr ¦ -        ¦ -   ¦ -     ¦ free
          無料                                          ¦ ja ¦ -        ¦ -   ¦ -     ¦ free
          Contact us                                    ¦ en ¦ -        ¦ -   ¦ -     ¦ contact
          Contact sales                                 ¦ en ¦ -        ¦ -   ¦ -     ¦ contact
          Custom pricing                                ¦ en ¦ -        ¦ -   ¦ -     ¦ contact
          Custom                                        ¦ en ¦ -        ¦ -   ¦ -     ¦ contact
          Let’s talk                                    ¦ en ¦ -        ¦ -   ¦ -     ¦ contact
          Get a quote                                   ¦ en ¦ -        ¦ -   ¦ -     ¦ contact
          Preis auf Anfrage                             ¦ de ¦ -        ¦ -   ¦ -     ¦ contact
          Sur devis                                     ¦ fr ¦ -        ¦ -   ¦ -     ¦ contact
          Nous contacter                                ¦ fr ¦ -        ¦ -   ¦ -     ¦ contact
          Sob consulta                                  ¦ pt ¦ -        ¦ -   ¦ -     ¦ contact
          お問い合わせ                                  ¦ ja ¦ -        ¦ -   ¦ -     ¦ contact
          from $9                                       ¦ en ¦ 900      ¦ USD ¦ -     ¦ from
          Starting at $29/month                         ¦ en ¦ 2900     ¦ USD ¦ MONTH ¦ from
          $99+                                          ¦ en ¦ 9900     ¦ USD ¦ -     ¦ from
          à partir de 19,99 € par mois                  ¦ fr ¦ 1999     ¦ EUR ¦ MONTH ¦ from
          29 € / mois                                   ¦ fr ¦ 2900     ¦ EUR ¦ MONTH ¦ -
          1 299,00 € par an                             ¦ fr ¦ 129900   ¦ EUR ¦ YEAR  ¦ -
          desde 15 € al mes                             ¦ es ¦ 1500     ¦ EUR ¦ MONTH ¦ from
          15,50 €/mes                                   ¦ es ¦ 1550     ¦ EUR ¦ MONTH ¦ -
          R$ 49,90/mês                                  ¦ pt-BR ¦ 4990  ¦ BRL ¦ MONTH ¦ -
          R$ 1.199,00 por ano                           ¦ pt-BR ¦ 119900 ¦ BRL ¦ YEAR ¦ -
          9,99 € al mese                                ¦ it ¦ 999      ¦ EUR ¦ MONTH ¦ -
          € 25 per maand                                ¦ nl ¦ 2500     ¦ EUR ¦ MONTH ¦ -
          € 12,50 per gebruiker per maand               ¦ nl ¦ 1250     ¦ EUR ¦ MONTH ¦ seat
          £7.50 per user per month                      ¦ en-GB ¦ 750   ¦ GBP ¦ MONTH ¦ seat
          $15 per seat / month                          ¦ en ¦ 1500     ¦ USD ¦ MONTH ¦ seat
          $25/user/month                                ¦ en ¦ 2500     ¦ USD ¦ MONTH ¦ seat
          $20 per agent                                 ¦ en ¦ 2000     ¦ USD ¦ -     ¦ seat
          CHF 1'299.-                                   ¦ de-CH ¦ 129900 ¦ CHF ¦ -    ¦ -
          CHF 49.50 pro Monat                           ¦ de-CH ¦ 4950  ¦ CHF ¦ MONTH ¦ -
          199 kr/mån                                    ¦ sv ¦ 19900    ¦ SEK ¦ MONTH ¦ -
          1 499 kr per måned                            ¦ nb ¦ 149900   ¦ NOK ¦ MONTH ¦ -
          99 kr.                                        ¦ da ¦ 9900     ¦ DKK ¦ -     ¦ -
          49 zł/mies.                                   ¦ pl ¦ 4900     ¦ PLN ¦ MONTH ¦ -
          499 Kč                                        ¦ cs ¦ 49900    ¦ CZK ¦ -     ¦ -
          A$79 per month                                ¦ en ¦ 7900     ¦ AUD ¦ MONTH ¦ -
          $79 per month                                 ¦ en-AU ¦ 7900  ¦ AUD ¦ MONTH ¦ -
          C$59/mo                                       ¦ en ¦ 5900     ¦ CAD ¦ MONTH ¦ -
          USD 120                                       ¦ en ¦ 12000    ¦ USD ¦ -     ¦ -
          499 TRY                                       ¦ tr ¦ 49900    ¦ TRY ¦ -     ¦ -
          ₪149                                          ¦ he ¦ 14900    ¦ ILS ¦ -     ¦ -
          $299 one-time                                 ¦ en ¦ 29900    ¦ USD ¦ ONCE  ¦ -
          $149 lifetime                                 ¦ en ¦ 14900    ¦ USD ¦ ONCE  ¦ -
          $0.99 per resolution                          ¦ en ¦ 99       ¦ USD ¦ USAGE ¦ -
          $0.005 per API call                           ¦ en ¦ -        ¦ USD ¦ USAGE ¦ -
          30¢ per transaction                           ¦ en ¦ 30       ¦ USD ¦ USAGE ¦ -
          $10 per 1,000 messages                        ¦ en ¦ 1000     ¦ USD ¦ USAGE ¦ -
          $1.5k per month                               ¦ en ¦ 150000   ¦ USD ¦ MONTH ¦ -
          $49 100 contacts                              ¦ en ¦ 4900     ¦ USD ¦ -     ¦ -
          Monthly: $49                                  ¦ en ¦ 4900     ¦ USD ¦ MONTH ¦ -
          Was $59 now $49/mo                            ¦ en ¦ 4900     ¦ USD ¦ MONTH ¦ -
          Pro 5 $49                                     ¦ en ¦ 4900     ¦ USD ¦ -     ¦ -
          """)
  void readsThePriceAsThePageMeansIt(
      String text, String locale, String minor, String currency, String period, String marks) {
    // When
    Price price = PriceParser.parse(text, Locale.forLanguageTag(locale)).orElseThrow();
    // Then
    assertThat(price.amountMinor()).isEqualTo(minor.equals("-") ? null : Long.valueOf(minor));
    assertThat(price.currency()).isEqualTo(currency.equals("-") ? null : currency);
    assertThat(String.valueOf(price.period())).isEqualTo(period.equals("-") ? "null" : period);
    assertThat(marksOf(price)).isEqualTo(marks);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          Save $20 a year
          $20 off your first order
          Up to $5,000 in credits
          We raised $12 million
          Start your free trial
          14-day free trial
          Free shipping on all orders
          Contact our friendly neighbours
          10 users
          TOP 10 tools
          TRY 14 days for free
          5 GB of storage
          Trusted by over $2M in revenue
          Custom domains and branding
          Version 2.49
          """)
  void findsNoPriceWhereNothingIsAsked(String text) {
    assertThat(PriceParser.parse(text, Locale.ENGLISH)).isEmpty();
  }

  @Test
  void findsEveryPriceOfALineWithItsOwnPeriod() {
    // When
    List<Price> prices = PriceParser.findAll("$49/mo or $490 per year", Locale.ENGLISH);
    // Then
    assertThat(prices).extracting(Price::amountMinor).containsExactly(4900L, 49000L);
    assertThat(prices)
        .extracting(price -> String.valueOf(price.period()))
        .containsExactly("MONTH", "YEAR");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          $49/mo billed monthly, $39/mo billed annually    ¦ 4900-plain 3900-yearly
          $39/mo billed annually, $49/mo billed monthly    ¦ 3900-yearly 4900-plain
          £9 per month or £7 per month billed yearly       ¦ 900-plain 700-yearly
          Monthly: $49/mo Annual: $39/mo                   ¦ 4900-plain 3900-yearly
          """)
  void tellsApartWhatIsPaidByTheMonthAndByTheYear(String text, String told) {
    // When
    List<Price> prices = PriceParser.findAll(text, Locale.ENGLISH);
    // Then
    assertThat(prices)
        .extracting(price -> price.amountMinor() + (price.billedYearly() ? "-yearly" : "-plain"))
        .containsExactly(told.split(" "));
  }

  private static String marksOf(Price price) {
    List<String> marks = new ArrayList<>();
    if (price.from()) {
      marks.add("from");
    }
    if (price.billedYearly()) {
      marks.add("yearly");
    }
    if (price.perSeat()) {
      marks.add("seat");
    }
    if (price.contactSales()) {
      marks.add("contact");
    }
    if (price.free()) {
      marks.add("free");
    }
    return marks.isEmpty() ? "-" : String.join(" ", marks);
  }
}
