package io.competitoriq.process.maintext;

import java.util.Arrays;
import java.util.List;

/// What an element's name says about what stands in it. The first kind is read from class and id,
/// by the words it is made with; the second from tag, role and attributes. Their order is the
/// model's: it may not change without a new model.
///
/// Words are parts of names; after `^` they begin one, before `$` they end one (`^ad$` is in
/// `top-ad` and not in `shadow`).
enum Mark {
  CONSENT("cookie", "consent", "gdpr", "onetrust", "privacybanner", "privacy-banner"),
  MENU(
      "^nav",
      "^menu",
      "^megamenu",
      "^topbar",
      "^breadcrumb",
      "^crumb",
      "^pagination",
      "^pager",
      "^skip"),
  SIDEBAR("sidebar", "side-bar", "^aside", "^rail", "^widget"),
  RELATED(
      "related",
      "recommend",
      "similar",
      "youmay",
      "you-may",
      "more-posts",
      "more-articles",
      "more-stories",
      "more-from",
      "trending",
      "popular",
      "readnext",
      "read-next",
      "upsell",
      "crosssell",
      "cross-sell",
      "alsolike",
      "also-like",
      "alsobought",
      "also-bought"),
  SOCIAL("share", "social", "follow", "facebook", "twitter", "linkedin", "pinterest", "whatsapp"),
  PROMOTION(
      "promo",
      "^ad$",
      "^ads$",
      "^advert$",
      "^advertisement$",
      "^sponsor$",
      "^banner$",
      "^cta$",
      "newsletter",
      "subscribe",
      "signup",
      "sign-up",
      "optin",
      "announcement",
      "marquee"),
  COMMENT("comment", "disqus", "reply", "replies", "discussion", "review"),
  BOTTOM("footer", "copyright", "legal", "colophon", "bottom"),
  TOP("header", "masthead", "hero", "title", "headline"),
  BYLINE("author", "byline", "meta", "date", "posted", "timestamp", "tag$", "tags$", "categor"),
  PROSE(
      "content",
      "article",
      "post",
      "entry",
      "story",
      "text",
      "rte",
      "richtext",
      "prose",
      "markdown",
      "wysiwyg",
      "body"),
  PRODUCT("product", "price", "description", "spec", "feature", "detail", "sku", "offer", "plan"),
  FOLDED("tab", "accordion", "collapse", "faq", "toggle", "panel", "drawer"),
  OVERLAY("modal", "popup", "overlay", "dialog", "lightbox", "tooltip", "dropdown"),
  CARD(
      "card", "tile", "grid", "item", "teaser", "listing", "result", "productlist", "product-list"),
  SHOP(
      "cart",
      "checkout",
      "login",
      "account",
      "wishlist",
      "search",
      "filter",
      "sort",
      "facet",
      "swatch",
      "variant",
      "quantity",
      "stock"),
  THREAD("thread", "message", "topic", "forum", "answer", "question", "post$", "posts$"),
  UNSEEN("hidden", "visually", "sr-only", "screen-reader", "offscreen", "d-none", "display-none"),
  NAV_ELEMENT,
  HEADER_ELEMENT,
  FOOTER_ELEMENT,
  ASIDE_ELEMENT,
  FORM_ELEMENT,
  MAIN_ELEMENT,
  ARTICLE_ELEMENT,
  TABLE_ELEMENT,
  LIST_ELEMENT,
  CONTROL_ELEMENT,
  DIALOG_ELEMENT,
  FIGURE_ELEMENT,
  HIDDEN_ELEMENT,
  NOSCRIPT_ELEMENT;

  private final List<NamePart> parts;

  Mark(String... parts) {
    this.parts = Arrays.stream(parts).map(NamePart::of).toList();
  }

  int bit() {
    return 1 << ordinal();
  }

  boolean in(int marks) {
    return (marks & bit()) != 0;
  }

  /// Whether a single class or id speaks of it; never for a mark of tags and attributes.
  ///
  /// @param name lower case
  boolean named(String name) {
    for (NamePart part : parts) {
      if (part.in(name)) {
        return true;
      }
    }
    return false;
  }
}
