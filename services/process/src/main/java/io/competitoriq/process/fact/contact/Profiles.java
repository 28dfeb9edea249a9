package io.competitoriq.process.fact.contact;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.process.page.JsonLd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Profiles of the company on other sites, by the hosts of its links. Links that share the page and
/// profiles of single people are none.
final class Profiles {

  private static final Map<String, Pattern> NETWORKS = networks();
  private static final Pattern SHARING =
      Pattern.compile(
          "(?i)/(intent|share|sharer|sharing|share-offsite|sharearticle|dialog|hashtag|search|login|signup|home|explore|policies|privacy|terms|legal|watch|embed|plugins|tr)([/?.]|$)");

  private Profiles() {}

  /// Network to address, at most one of each: where the page links several, the one of its head or
  /// foot, for those inside are more likely somebody else's. What the page states of its
  /// organization counts where it links none.
  static Map<String, String> of(Document page, JsonLd stated) {
    Map<String, List<Element>> links = new TreeMap<>();
    for (Element link : page.select("a[href]")) {
      String network = network(link.attr("href"));
      if (!network.isEmpty()) {
        links.computeIfAbsent(network, _ -> new ArrayList<>()).add(link);
      }
    }
    Map<String, String> profiles = new LinkedHashMap<>();
    links.forEach(
        (network, found) -> {
          List<String> all = addresses(found);
          List<String> framed = addresses(found.stream().filter(Profiles::isInFrame).toList());
          if (all.size() == 1 || framed.size() == 1) {
            profiles.put(network, framed.isEmpty() ? all.getFirst() : framed.getFirst());
          }
        });
    for (JsonNode company : stated.ofType("Organization", "Corporation", "LocalBusiness")) {
      JsonNode same = company.path("sameAs");
      (same.isArray() ? same : List.of(same))
          .forEach(
              each -> {
                String network = network(each.asText(""));
                if (!network.isEmpty()) {
                  profiles.putIfAbsent(network, address(each.asText("")));
                }
              });
    }
    return profiles;
  }

  private static boolean isInFrame(Element link) {
    return link.closest("footer, header, nav, [class*=footer], [id*=footer], [class*=social]")
        != null;
  }

  private static List<String> addresses(List<Element> links) {
    return links.stream().map(link -> address(link.attr("href"))).distinct().toList();
  }

  private static String address(String href) {
    return href.strip().replaceFirst("[?#].*$", "").replaceFirst("/$", "");
  }

  private static String network(String href) {
    for (Map.Entry<String, Pattern> network : NETWORKS.entrySet()) {
      Matcher profile = network.getValue().matcher(href.strip());
      if (profile.find() && !SHARING.matcher(href).find()) {
        return network.getKey();
      }
    }
    return "";
  }

  private static Map<String, Pattern> networks() {
    Map<String, Pattern> networks = new LinkedHashMap<>();
    networks.put("linkedin", at("linkedin\\.com/(company|school|showcase)/[\\w%.&-]+"));
    networks.put("x", at("(twitter|x)\\.com/(#!/)?@?\\w{2,30}"));
    networks.put("facebook", at("facebook\\.com/(pages/)?[\\w%.-]{3,}"));
    networks.put("instagram", at("instagram\\.com/[\\w.]{2,}"));
    networks.put("youtube", at("youtube\\.com/(@|c/|channel/|user/)?[\\w%.-]{2,}"));
    networks.put("github", at("github\\.com/[\\w-]{2,}"));
    networks.put("tiktok", at("tiktok\\.com/@[\\w.]{2,}"));
    networks.put("pinterest", at("pinterest\\.[a-z.]{2,6}/\\w{3,}"));
    networks.put("discord", at("discord\\.(gg|com/invite)/[\\w-]+"));
    networks.put("slack", at("[\\w-]+\\.slack\\.com"));
    networks.put("reddit", at("reddit\\.com/(r|user)/\\w+"));
    networks.put("threads", at("threads\\.(net|com)/@?[\\w.]+"));
    networks.put("bluesky", at("bsky\\.app/profile/[\\w.-]+"));
    networks.put("mastodon", at("(mastodon\\.[a-z]+|fosstodon\\.org|hachyderm\\.io)/@\\w+"));
    networks.put("medium", at("medium\\.com/@?[\\w-]+"));
    networks.put("xing", at("xing\\.com/(pages|companies|company)/[\\w-]+"));
    networks.put("crunchbase", at("crunchbase\\.com/organization/[\\w-]+"));
    networks.put("g2", at("g2\\.com/products/[\\w-]+"));
    return networks;
  }

  private static Pattern at(String profile) {
    String host = "(?i)^(https?:)?//([a-z]{2,3}\\.|www\\.|m\\.)?";
    return Pattern.compile(host + profile + "/?([?#].*)?$");
  }
}
