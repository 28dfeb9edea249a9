package io.competitoriq.process.maintext;

import java.util.List;
import java.util.Locale;

/// What navigation, footers and calls to act say on most sites.
final class Phrases {

  private static final int LONGEST_PHRASE = 160;
  private static final List<String> PHRASES =
      List.of(
          "©",
          "copyright",
          "all rights reserved",
          "privacy policy",
          "terms of use",
          "terms of service",
          "cookie",
          "sign up",
          "subscribe",
          "newsletter",
          "login",
          "log in",
          "sign in",
          "follow us",
          "share this",
          "share on",
          "read more",
          "learn more",
          "add to cart",
          "add to bag",
          "add to wishlist",
          "related posts",
          "related articles",
          "related products",
          "you may also",
          "you might also",
          "leave a reply",
          "leave a comment",
          "previous",
          "next post",
          "next article",
          "skip to",
          "back to top",
          "powered by",
          "min read",
          "contact us",
          "get started",
          "view all",
          "see all",
          "show more",
          "load more",
          "advertisement",
          "sponsored");

  private Phrases() {}

  static boolean in(String text) {
    String lower = text.length() <= LONGEST_PHRASE ? text.toLowerCase(Locale.ROOT) : "";
    return PHRASES.stream().anyMatch(lower::contains);
  }
}
