package io.competitoriq.analysis.story;

import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.TextChange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a signal is recognised by. Pure: the same change always has the same one.
///
/// @param keys what only signals of the same event share, each with its kind in front: `version:`,
///   `move:`, `at:`, `text:`; and `band:`, by which near texts are found
/// @param shingles hashes of three words in a row, ascending, at most [#MOST_SHINGLES]
/// @param names words that name something, in lower case
record Fingerprint(Set<String> keys, List<Integer> shingles, Set<String> names) {

  static final String VERSION = "version:";
  static final String MOVE = "move:";
  static final String ADDRESS = "at:";
  static final String TEXT = "text:";
  static final String BAND = "band:";

  private static final int MOST_SHINGLES = 1_000;
  private static final int FEWEST_WORDS = 8;
  private static final int FEWEST_TITLE_WORDS = 3;
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"')\\]]+");

  Fingerprint {
    keys = Set.copyOf(keys);
    shingles = List.copyOf(shingles);
    names = Set.copyOf(names);
  }

  static Fingerprint of(RaiseSignal change) {
    String told = told(change);
    Words words = Words.of(LINK.matcher(told).replaceAll(" "));
    int[] shingles = words.shingles();
    Set<String> keys = new TreeSet<>();
    change.facts().forEach(fact -> move(change.competitorId(), fact).ifPresentKey(keys));
    keys.add(VERSION + change.documentId());
    keys.add(ADDRESS + canonical(change.url().toString()));
    LINK.matcher(told).results().forEach(link -> keys.add(ADDRESS + canonical(link.group())));
    if (words.size() >= FEWEST_WORDS) {
      keys.add(TEXT + sha256(words.normalized()));
    }
    keys.addAll(Bands.of(shingles));
    return new Fingerprint(
        keys,
        Arrays.stream(shingles).limit(MOST_SHINGLES).boxed().toList(),
        words.names(company(change.url())));
  }

  Set<String> keysOf(String kind) {
    return keys.stream().filter(key -> key.startsWith(kind)).collect(Collectors.toSet());
  }

  /// The new words; of what went away the old ones.
  private static String told(RaiseSignal change) {
    Stream<@Nullable String> facts =
        change.facts().stream()
            .filter(fact -> fact.factKind() != FactKind.PRICE)
            .map(fact -> text(fact.after() == null ? fact.before() : fact.after()));
    return Stream.concat(facts, change.texts().stream().map(Fingerprint::text))
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  private static @Nullable String text(@Nullable FactValue value) {
    return value == null ? null : value.text();
  }

  private static @Nullable String text(TextChange change) {
    return change.after() == null ? change.before() : change.after();
  }

  private record Key(@Nullable String text) {
    void ifPresentKey(Set<String> keys) {
      if (text != null) {
        keys.add(text);
      }
    }
  }

  /// A fact that moved the same way, whatever page says so. A post is known by a title that says
  /// something; a price by its amounts.
  private static Key move(UUID competitorId, FactChange fact) {
    Words subject = Words.of(fact.subject());
    if (fact.factKind() == FactKind.POST && subject.size() < FEWEST_TITLE_WORDS) {
      return new Key(null);
    }
    String values =
        fact.factKind() == FactKind.PRICE ? value(fact.before()) + ">" + value(fact.after()) : "";
    return new Key(
        MOVE
            + competitorId
            + " "
            + fact.factKind()
            + " "
            + fact.kind()
            + " "
            + subject.normalized()
            + " "
            + values);
  }

  private static String value(@Nullable FactValue value) {
    if (value == null) {
      return "-";
    }
    return value.amountMinor() == null
        ? Words.of(value.text()).normalized()
        : value.amountMinor() + " " + value.currency() + " " + value.period();
  }

  /// The one spelling of an address: no scheme, `www.`, fragment, trackers or final slash.
  static String canonical(String address) {
    String plain = address.replaceFirst("#.*$", "").replaceFirst("^https?://(www\\.)?", "");
    int query = plain.indexOf('?');
    String path = (query < 0 ? plain : plain.substring(0, query)).replaceFirst("[/.,;]+$", "");
    int slash = path.indexOf('/');
    String host = (slash < 0 ? path : path.substring(0, slash)).toLowerCase(Locale.ROOT);
    String rest = slash < 0 ? "" : path.substring(slash);
    String kept =
        query < 0
            ? ""
            : Arrays.stream(plain.substring(query + 1).split("&"))
                .filter(each -> !each.matches("(?i)(utm_[a-z]+|gclid|fbclid|ref|mc_[a-z]+)(=.*)?"))
                .filter(each -> !each.isEmpty())
                .sorted()
                .collect(Collectors.joining("&"));
    return host + rest + (kept.isEmpty() ? "" : "?" + kept);
  }

  /// `brightdesk` of `www.brightdesk.example`: the name a company has in all its texts.
  private static String company(URI url) {
    String host = Objects.requireNonNullElse(url.getHost(), "");
    String[] labels = host.split("\\.", -1);
    return labels.length < 2 ? host : labels[labels.length - 2].toLowerCase(Locale.ROOT);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
