package io.competitoriq.crawl.collector.searchapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.crawl.collector.Options;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'engine':'google','q':'acme pricing','gl':'us','hl':'en','pages':2}",
        "{'engine':'google_news','q':'acme','sort_by':'most_recent','time_period':'last_day'}",
        "{'engine':'google_ads_transparency_center_advertiser_search','q':'Acme','num_domains':10}",
        "{'engine':'google_ads_transparency_center','advertiser_id':['AR1','AR2'],'num':100}",
        "{'engine':'google_ads_transparency_center','domain':'acme.com','region':'DE'}",
        "{'engine':'google_jobs','q':'acme','location':'Berlin'}",
        "{'engine':'google_trends','q':'acme,globex','data_type':'TIMESERIES','time':'today 12-m'}",
        "{'engine':'meta_ad_library_page_search','q':'acme'}",
        "{'engine':'meta_ad_library','page_id':123456,'country':'ALL','active_status':'active'}",
        "{'engine':'linkedin_ad_library','advertiser':'Acme','country':'US,GB'}",
        "{'engine':'tiktok_ads_library','q':'acme','country':'all'}",
        "{'engine':'tiktok_ads_library_advertiser_search','q':'acme'}"
      })
  void whatAnEngineUnderstandsIsTaken(String options) {
    assertThat(problems(options)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | 'engine' is missing",
        "{'engine':'googel','q':'a'} | there is no engine 'googel'; there are google, google_news",
        "{'engine':'google'} | google needs 'q'",
        "{'engine':'google','q':'a','gl':'usa'} | 'gl' must be a country of two letters",
        "{'engine':'google','q':'a','text':'b'} | google does not know 'text'; it knows",
        "{'engine':'google','q':'a','location':'Berlin','uule':'w+x'} | give one of them",
        "{'engine':'google','q':'a','time_period_min':'2026-01-31'} | 'time_period_min' must be MM/DD/YYYY",
        "{'engine':'google','q':'a','pages':99} | 'pages' must be a whole number from 1 to 10",
        "{'engine':'google_ads_transparency_center'} | needs one of 'advertiser_id', 'domain'",
        "{'engine':'google_ads_transparency_center','domain':'acme.com','region':'2276'} | 'region' must be",
        "{'engine':'google_trends','q':'acme'} | google_trends needs 'data_type'",
        "{'engine':'google_trends','q':'a,b','data_type':'RELATED_QUERIES'} | one term only",
        "{'engine':'google_trends','q':'a,b,c,d,e,f','data_type':'TIMESERIES'} | compares 5",
        "{'engine':'google_trends','q':'a','data_type':'TIMESERIES','date':'now'} | does not know 'date'",
        "{'engine':'meta_ad_library','location_id':'1'} | go together",
        "{'engine':'meta_ad_library_page_search','q':'a','pages':2} | has one page only",
        "{'engine':'linkedin_ad_library'} | needs one of 'advertiser', 'q'",
        "{'engine':'google','q':{'a':1}} | 'q' must be a text or a number",
        "{'engine':'google','q':'a','omit':['x..y']} | omit: 'x..y' is no path"
      })
  void whatItDoesNotUnderstandIsSaid(String options, String sentence) {
    assertThat(problems(options)).contains(sentence);
  }

  @Test
  void everythingIsSaidAtOnce() {
    assertThat(problems("{'engine':'google','gl':'usa','text':'b'}"))
        .contains("needs 'q'", "'gl' must be", "does not know 'text'");
  }

  @Test
  void theLibrariesOfAdsAndTheSearchesAreThere() {
    assertThat(Arrays.stream(SearchEngine.values()).map(SearchEngine::label))
        .contains(
            "google",
            "google_news",
            "google_ads_transparency_center",
            "google_ads_transparency_center_advertiser_search",
            "google_jobs",
            "google_trends",
            "meta_ad_library",
            "meta_ad_library_page_search",
            "linkedin_ad_library",
            "tiktok_ads_library");
  }

  private static String problems(String options) {
    Options given = new Options(new JsonObject(options.replace('\'', '"')).getMap());
    SearchQuery.read(given);
    return String.join("\n", given.problems());
  }
}
