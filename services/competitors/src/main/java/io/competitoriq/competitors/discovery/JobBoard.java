package io.competitoriq.competitors.discovery;

import io.competitoriq.messages.Collector;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A job board a company rents, told by a link to it, to one of its jobs, or by its embedded code.
///
/// @param name of the provider
/// @param source the board's public address that is best read by a machine
/// @param scripted whether that address is empty without scripts
record JobBoard(String name, URI source, Collector collector, boolean scripted) {

  /// How one provider's addresses look. The pattern stands for host, path and query; `$1` to `$3`
  /// of the target are its groups.
  private record Provider(
      String name, Pattern address, String target, Collector collector, boolean scripted) {}

  private static final List<Provider> PROVIDERS =
      List.of(
          page(
              "Greenhouse",
              "((?:job-)?boards(?:\\.eu)?\\.greenhouse\\.io)/embed/job_(?:board|app)(?:/js)?\\?(?:.*&)?for=([\\w-]+).*",
              "$1/$2"),
          page(
              "Greenhouse",
              "((?:job-)?boards(?:\\.eu)?\\.greenhouse\\.io)/(?!embed)([\\w-]+).*",
              "$1/$2"),
          page(
              "Greenhouse",
              "boards-api\\.greenhouse\\.io/v1/boards/([\\w-]+).*",
              "boards.greenhouse.io/$1"),
          page("Lever", "(jobs(?:\\.eu)?\\.lever\\.co)/([^/?]+).*", "$1/$2"),
          page("Lever", "api\\.lever\\.co/v0/postings/([^/?]+).*", "jobs.lever.co/$1"),
          page(
              "Ashby",
              "jobs\\.ashbyhq\\.com/([^/?]+).*",
              "api.ashbyhq.com/posting-api/job-board/$1"),
          page("Ashby", "(api\\.ashbyhq\\.com/posting-api/job-board/[^/?]+).*", "$1"),
          page(
              "Workable",
              "apply\\.workable\\.com/(?!api/)([\\w-]+).*",
              "apply.workable.com/api/v1/widget/accounts/$1"),
          page(
              "Workable",
              "(?!www\\.|apply\\.|help\\.|jobs\\.|resources\\.)([\\w-]+)\\.workable\\.com/.*",
              "apply.workable.com/api/v1/widget/accounts/$1"),
          page(
              "SmartRecruiters",
              "(?:careers|jobs)\\.smartrecruiters\\.com/([\\w-]+).*",
              "api.smartrecruiters.com/v1/companies/$1/postings"),
          page("Recruitee", "(?!www\\.|api\\.)([\\w-]+\\.recruitee\\.com)/.*", "$1/"),
          page("Personio", "([\\w-]+\\.jobs\\.personio\\.(?:de|com))/.*", "$1/"),
          feed(
              "Teamtailor",
              "(?!www\\.|scripts\\.|cdn\\.|api\\.|assets\\S*\\.|images\\.|app\\.)([\\w-]+(?:\\.\\w{2})?\\.teamtailor\\.com)/.*",
              "$1/jobs.rss"),
          page("BambooHR", "(?!www\\.|app\\.)([\\w-]+\\.bamboohr\\.com)/.*", "$1/careers/list"),
          scripted(
              "Workday",
              "([\\w-]+\\.wd\\d+\\.myworkdayjobs\\.com)/((?:[a-z]{2}-[A-Z]{2}/)?[^/?]+).*",
              "$1/$2"),
          page("Breezy", "(?!www\\.|app\\.)([\\w-]+\\.breezy\\.hr)/.*", "$1/"),
          page(
              "Jobvite",
              "jobs\\.jobvite\\.com/(?:careers/)?([\\w-]+).*",
              "jobs.jobvite.com/$1/jobs"),
          page("JOIN", "(join\\.com/companies/[\\w-]+).*", "$1"),
          page(
              "Welcome to the Jungle",
              "(www\\.welcometothejungle\\.com/\\w{2}/companies/[\\w-]+).*",
              "$1/jobs"));

  private static Provider page(String name, String address, String target) {
    return new Provider(name, Pattern.compile(address), target, Collector.BUILTIN, false);
  }

  private static Provider feed(String name, String address, String target) {
    return new Provider(name, Pattern.compile(address), target, Collector.FEED, false);
  }

  private static Provider scripted(String name, String address, String target) {
    return new Provider(name, Pattern.compile(address), target, Collector.BUILTIN, true);
  }

  /// The board behind an address; empty when it is none.
  static Optional<JobBoard> of(URI url) {
    if (!SiteBorder.isJobBoard(url)) {
      return Optional.empty();
    }
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String address = url.getHost() + path + query;
    return PROVIDERS.stream().flatMap(p -> board(p, address, url.getScheme()).stream()).findFirst();
  }

  private static Optional<JobBoard> board(Provider provider, String address, String scheme) {
    Matcher matcher = provider.address().matcher(address);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String target = matcher.replaceFirst(provider.target());
    return Optional.of(
        new JobBoard(
            provider.name(),
            URI.create(scheme + "://" + target),
            provider.collector(),
            provider.scripted()));
  }
}
