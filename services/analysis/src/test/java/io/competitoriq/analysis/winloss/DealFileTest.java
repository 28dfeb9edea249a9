package io.competitoriq.analysis.winloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DealFileTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
  private static final UUID BRIGHTDESK = UUID.randomUUID();
  private static final Competitors WHO = Competitors.of(Map.of(BRIGHTDESK, "BrightDesk"), null);

  @Test
  void columnsComeInAnyOrderQuotedCellsHoldCommasAndAmountsAreMinorUnits() {
    DealFile file =
        read(
            """
            Outcome,Competitor,Deal,External ID,Date,Amount,Currency,Reason
            Closed Won,brightdesk,"Acme, Inc.",7,2026-10-01,12500.50,eur,Price
            lost,BrightDesk,Umbrella,8,2026-10-02,900,JPY,
            no decision,BrightDesk,Initech,9,2026-10-03,,,
            """);

    assertThat(file.faults()).isEmpty();
    assertThat(file.deals())
        .extracting(DealLine::deal, DealLine::outcome, DealLine::amountMinor, DealLine::currency)
        .containsExactly(
            tuple("Acme, Inc.", Outcome.WON, 1_250_050L, "EUR"),
            tuple("Umbrella", Outcome.LOST, 900L, "JPY"),
            tuple("Initech", Outcome.NO_DECISION, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7,2026-10-01,Acme,won,,,BrightDesk | ''",
        ",2026-10-01,Acme,won,,,BrightDesk | external_id",
        "7,01.10.2026,Acme,won,,,BrightDesk | date",
        "7,2027-10-01,Acme,won,,,BrightDesk | date",
        "7,2026-10-01,,won,,,BrightDesk | deal",
        "7,2026-10-01,Acme,perhaps,,,BrightDesk | outcome",
        "7,2026-10-01,Acme,won,'12.500,5',EUR,BrightDesk | amount",
        "7,2026-10-01,Acme,won,900.5,JPY,BrightDesk | amount",
        "7,2026-10-01,Acme,won,900,,BrightDesk | currency",
        "7,2026-10-01,Acme,won,900,DOLLARS,BrightDesk | currency",
        "7,2026-10-01,Acme,won,,,Nobody | competitor",
        "7,2026-10-01,Acme,won,,, | competitor",
      })
  void everyLineThatMakesNoSenseSaysInWhichColumn(String line, String column) {
    DealFile file =
        read(
            "external_id,date,deal,outcome,amount,currency,competitor\n" + line.replace('\'', '"'));

    assertThat(file.faults())
        .extracting(LineFault::line, LineFault::column)
        .isEqualTo(column.isEmpty() ? List.of() : List.of(tuple(2, column)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "external_id,date,deal | must name this column: outcome",
        "date,date,external_id,deal,outcome | named twice",
      })
  void headerThatLacksAColumnIsOneFault(String header, String words) {
    assertThat(read(header + "\n1,2,3,4,5").faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains(words));
  }

  @Test
  void sameIdTwiceAnOpenQuoteAndAnEmptyFileAreFaults() {
    String header = "external_id;date;deal;outcome;competitor\n";
    String line = "7;2026-10-01;Acme;won;BrightDesk\n";

    assertThat(read(header + line + line).faults()).extracting(LineFault::line).containsExactly(3);
    assertThat(read(header + "7;\"2026").faults()).hasSize(1);
    assertThat(read(" ").faults()).hasSize(1);
  }

  @Test
  void lineThatNamesNobodyIsAboutTheOneWhoIsMeant() {
    Competitors meant = Competitors.of(Map.of(), BRIGHTDESK);

    DealFile file =
        DealFile.read("external_id,date,deal,outcome\n7,2026-10-01,Acme,won", meant, TODAY);

    assertThat(file.deals()).extracting(DealLine::competitorId).containsExactly(BRIGHTDESK);
  }

  private static DealFile read(String csv) {
    return DealFile.read(csv, WHO, TODAY);
  }
}
