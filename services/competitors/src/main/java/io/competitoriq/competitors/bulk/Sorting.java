package io.competitoriq.competitors.bulk;

import io.competitoriq.competitors.bulk.ImportResult.Fate;
import io.competitoriq.competitors.bulk.ImportResult.Line;
import io.competitoriq.competitors.competitor.Watched;
import io.competitoriq.competitors.discovery.SiteDomain;
import io.competitoriq.competitors.source.NewSource;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.competitors.source.SourceAdding;
import io.competitoriq.http.ProblemException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides whose each entry is and what comes of it. An entry, by the competitor it names or by its
/// own address, belongs to the watched one whose domain the host is or lies below; else to a new
/// one with the registrable domain.
final class Sorting {

  private final SourceAdding adding;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final List<Line> refused = new ArrayList<>();

  private Sorting(SourceAdding adding, List<Watched.Site> sites) {
    this.adding = adding;
    for (Watched.Site site : sites) {
      groups.put(
          site.domain(),
          new Group(site.domain(), site.competitorId(), new HashSet<>(site.addresses())));
    }
  }

  /// @param refused lines that belong to no group
  record Sorted(Collection<Group> groups, List<Line> refused) {}

  static Sorted of(SourceAdding adding, List<Watched.Site> sites, List<Entry> entries) {
    var sorting = new Sorting(adding, sites);
    entries.forEach(sorting::sort);
    List<Group> touched =
        sorting.groups.values().stream().filter(group -> !group.lines.isEmpty()).toList();
    return new Sorted(touched, sorting.refused);
  }

  private void sort(Entry entry) {
    try {
      NewSource source = adding.checked(EntrySources.of(entry));
      Group group = groupOf(entry, source.url());
      boolean fresh = group.addresses.add(source.url().toString());
      group.lines.add(
          new Line(
              entry.number(),
              source.url().toString(),
              group.domain,
              source.kind(),
              source.collector(),
              fresh ? Fate.CREATED : Fate.DUPLICATE,
              fresh ? null : "It is watched already, or stands twice in the list."));
      if (fresh) {
        group.wanted.add(source);
      }
      if (!entry.name().isBlank()) {
        group.name = entry.name();
      }
    } catch (ProblemException wrong) {
      refused.add(
          new Line(entry.number(), entry.url(), null, null, null, Fate.REFUSED, wrong.detail()));
    }
  }

  private Group groupOf(Entry entry, PageUrl url) {
    PageUrl whose = entry.competitor().isBlank() ? url : PageUrl.parse(entry.competitor());
    String domain = known(whose.domain());
    return group(
        domain, domain.equals(whose.domain()) ? whose.home() : PageUrl.parse("https://" + domain));
  }

  /// The domain of a group the host lies in, or of a new one.
  private String known(String host) {
    for (String at = host; at.contains("."); at = at.substring(at.indexOf('.') + 1)) {
      if (groups.containsKey(at)) {
        return at;
      }
    }
    return groups.containsKey(host) ? host : SiteDomain.of(URI.create("https://" + host));
  }

  private Group group(String domain, PageUrl home) {
    Group group = groups.computeIfAbsent(domain, _ -> new Group(domain, null, new HashSet<>()));
    if (group.home == null) {
      group.home = home;
    }
    return group;
  }

  /// What a list has for one competitor.
  static final class Group {

    final String domain;
    final @Nullable UUID competitorId;
    final List<Line> lines = new ArrayList<>();
    final List<NewSource> wanted = new ArrayList<>();
    final Set<String> addresses;
    @Nullable PageUrl home;
    String name = "";

    Group(String domain, @Nullable UUID competitorId, Set<String> addresses) {
      this.domain = domain;
      this.competitorId = competitorId;
      this.addresses = addresses;
    }

    boolean isNew() {
      return competitorId == null;
    }
  }
}
