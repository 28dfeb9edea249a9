package io.competitoriq.crawl.collector.searchapi;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a parameter's value must look like, for those of which we know. Pure. Source: the engines
/// of SearchAPI.io's official node.
record Parameter(Pattern form, String hint) {
  private static final String DAY = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";
  private static final String US_DAY = "(0[1-9]|1[0-2])/(0[1-9]|[12]\\d|3[01])/\\d{4}";

  private static final Map<String, Parameter> KNOWN =
      Map.ofEntries(
          of("gl", "[A-Za-z]{2}", "a country of two letters, like us"),
          of("hl", "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,4})?", "a language, like en"),
          of("device", "desktop|mobile|tablet", "desktop, mobile or tablet"),
          of("safe", "active|blur|off", "active, blur or off"),
          of("nfpr", "0|1", "0 or 1"),
          of("filter", "0|1", "0 or 1"),
          of("link", "resolved", "resolved"),
          of("optimization_strategy", "performance|ads", "performance or ads"),
          of("zero_retention", "true|false", "true or false"),
          of("time_period_min", US_DAY, "MM/DD/YYYY"),
          of("time_period_max", US_DAY, "MM/DD/YYYY"),
          of("start_date", DAY, "YYYY-MM-DD"),
          of("end_date", DAY, "YYYY-MM-DD"),
          of(
              "data_type",
              "TIMESERIES|GEO_MAP|RELATED_QUERIES|RELATED_TOPICS",
              "TIMESERIES, GEO_MAP, RELATED_QUERIES or RELATED_TOPICS"),
          of("num", "[1-9]\\d?|100", "1 to 100"),
          of("num_domains", "[1-9]\\d?|100", "1 to 100"),
          of("ad_format", "text|image|video", "text, image or video"),
          of("active_status", "active|inactive|all", "active, inactive or all"),
          of("region", "[A-Za-z]{2}|ANYWHERE|anywhere", "a country of two letters, or ANYWHERE"),
          of("country", "[A-Za-z]{2}(,[A-Za-z]{2})*|ALL|all", "a country of two letters, or ALL"),
          of(
              "media_type",
              "all|video|image|meme|image_and_meme|none",
              "all, video, image, meme, image_and_meme or none"),
          of(
              "platform",
              "google_maps|google_play|google_search|google_shopping|youtube",
              "google_maps, google_play, google_search, google_shopping or youtube"),
          of("page_id", "\\d{3,30}", "digits"),
          of("cat", "\\d{1,6}", "digits"),
          of("domain", "[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+", "a domain, like acme.com"));

  /// Why the value will not do; empty when it will, or nothing is known about the parameter.
  static Optional<String> objection(String name, String value) {
    Parameter known = KNOWN.get(name);
    return known == null || known.form.matcher(value).matches()
        ? Optional.empty()
        : Optional.of("'%s' must be %s".formatted(name, known.hint));
  }

  private static Map.Entry<String, Parameter> of(String name, String form, String hint) {
    return Map.entry(name, new Parameter(Pattern.compile(form), hint));
  }
}
