package io.competitoriq.process.fact.contact;

import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteFinder;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.Method;
import io.competitoriq.process.page.JsonLd;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// Reads the ways to reach a company. Profiles are links, so no words carry them and they are
/// proposed only; the others are read from the text.
public final class ContactReader {

  private static final int MOST_OF_A_SORT = 12;
  private static final double SURE = 0.9;
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?i)(?<![\\w.+-])[\\w.+-]{1,64}@[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(?![\\w@])");
  private static final Pattern SAMPLE =
      Pattern.compile(
          "(?i)(you|your|yourname|name|user|email|someone|example|firstname|first\\.last|john\\.?doe|jane\\.?doe)(\\.?\\w*)@.*|.*@(example|company|yourcompany|domain|email|yourdomain|test)\\.(com|org|net)|.*\\.(png|jpe?g|svg|webp|gif)");
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\w/.-])(\\+\\d{1,3}[ ./()-]{0,2}(?:\\d[ ./()-]{0,2}){6,12}\\d|\\(\\d{3}\\)\\s?\\d{3}[-. ]\\d{4}|1?-?\\d{3}[-.]\\d{3}[-.]\\d{4}|0\\d{2,5}[ /-]\\d{3,8}(?:[ -]?\\d{2,4})?)(?![\\w-])");
  private static final Pattern CONTACT_PATH =
      Pattern.compile(
          "(?i)/(contact(-us)?|contacts?|kontakt|impressum|imprint|about(-us)?|legal-notice|mentions-legales|offices|locations?|ueber-uns|contacto)/?$");

  private final boolean contactPage;
  private final String host;
  private final Map<String, FactDraft> contacts = new LinkedHashMap<>();

  private ContactReader(URI url) {
    this.host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    this.contactPage = url.getPath() != null && CONTACT_PATH.matcher(url.getPath()).find();
  }

  public static List<FactDraft> read(Document page, Content content, JsonLd stated, URI url) {
    ContactReader reader = new ContactReader(url);
    Profiles.of(page, stated)
        .forEach((network, address) -> reader.add(network, "profile", address, address, null));
    for (SourcedBlock sourced : content.sourced()) {
      Block block = sourced.block();
      if (block.region() == Region.MAIN || block.region() == Region.ASIDE) {
        reader.block(sourced);
      }
    }
    return List.copyOf(reader.contacts.values());
  }

  private void block(SourcedBlock sourced) {
    Block block = sourced.block();
    Matcher email = EMAIL.matcher(block.text());
    while (block.text().indexOf('@') >= 0 && email.find()) {
      String address = email.group().toLowerCase(Locale.ROOT);
      if ((contactPage || isOwn(sourced, address)) && !SAMPLE.matcher(address).matches()) {
        add(address, "e-mail", address, null, quote(block, email.group()));
      }
    }
    Matcher phone = PHONE.matcher(block.text());
    while (phone.find() && (contactPage || isDialled(sourced))) {
      String number = phone.group().strip();
      if (!block.text().matches("(?i).*\\b(fax|telefax)\\b.*") || block.text().length() > 60) {
        add(number.replaceAll("[^+\\d]", ""), "phone", number, null, quote(block, number));
      }
    }
    if (contactPage && Addresses.isAddress(block.text())) {
      String address = Texts.collapse(block.text());
      add(address, "address", address, null, Quote.of(block));
    }
  }

  private static boolean isDialled(SourcedBlock sourced) {
    return !sourced.holdsMore() && sourced.element().selectFirst("a[href^=tel:]") != null;
  }

  /// Linked as an address to write to, and of the site itself: others are those of partners.
  private boolean isOwn(SourcedBlock sourced, String address) {
    String domain = address.substring(address.indexOf('@') + 1);
    boolean ours = host.equals(domain) || host.endsWith("." + domain);
    return ours
        && !sourced.holdsMore()
        && sourced.element().select("a[href^=mailto:]").stream()
            .map(link -> link.attr("href").substring("mailto:".length()).toLowerCase(Locale.ROOT))
            .anyMatch(to -> to.strip().equals(address) || to.startsWith(address + "?"));
  }

  private static @Nullable Quote quote(Block block, String words) {
    return QuoteFinder.in(block, words).orElse(null);
  }

  private void add(
      String subject, String field, String value, @Nullable String link, @Nullable Quote quote) {
    long alike = contacts.values().stream().filter(fact -> fact.field().equals(field)).count();
    if (alike >= MOST_OF_A_SORT && !field.equals("profile")) {
      return;
    }
    String key = FactDraft.key(FactKind.CONTACT, subject, field, null);
    contacts.putIfAbsent(
        key,
        new FactDraft(
            FactKind.CONTACT,
            key,
            subject,
            field,
            FactValue.ofText(value),
            Method.RULE,
            SURE,
            link,
            null,
            quote));
  }
}
