package io.competitoriq.process.maintext;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an element's name says about what stands in it. The first kind is read from class and id,
/// the second from tag, role and attributes. Their order is the model's: it may not change without a
/// new model.
enum Mark {
  CONSENT("cookie|consent|gdpr|onetrust|privacy-?banner"),
  MENU("(^|[-_ ])(nav|navbar|navigation|menu|megamenu|topbar|breadcrumbs?|crumb|pagination|pager|skip)"),
  SIDEBAR("sidebar|side-bar|(^|[-_ ])(aside|rail|widget)"),
  RELATED(
      "related|recommend|similar|you-?may|more-(posts|articles|stories|from)|trending|popular|read-?next|upsell"
          + "|cross-?sell|also-?(like|bought)"),
  SOCIAL("share|social|follow|facebook|twitter|linkedin|pinterest|whatsapp"),
  PROMOTION(
      "promo|(^|[-_ ])(ad|ads|advert|advertisement|sponsor|banner|cta)([-_ ]|$)|newsletter|subscribe|signup|sign-up"
          + "|optin|announcement|marquee"),
  COMMENT("comment|disqus|repl(y|ies)|discussion|review"),
  BOTTOM("footer|copyright|legal|colophon|bottom"),
  TOP("header|masthead|hero|title|headline"),
  BYLINE("author|byline|meta|date|posted|timestamp|tags?([-_ ]|$)|categor"),
  PROSE("content|article|post|entry|story|text|rte|richtext|prose|markdown|wysiwyg|body"),
  PRODUCT("product|price|description|spec|feature|detail|sku|offer|plan"),
  FOLDED("tab|accordion|collapse|faq|toggle|panel|drawer"),
  OVERLAY("modal|popup|overlay|dialog|lightbox|tooltip|dropdown"),
  CARD("card|tile|grid|item|teaser|listing|result|product-?list"),
  SHOP(
      "cart|checkout|login|account|wishlist|search|filter|sort|facet|swatch|variant|quantity|stock"),
  THREAD("thread|message|topic|forum|answer|question|posts?([-_ ]|$)"),
  UNSEEN("hidden|visually|sr-only|screen-reader|offscreen|d-none|display-none"),
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

  private final @Nullable Pattern names;

  Mark() {
    this.names = null;
  }

  Mark(String names) {
    this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
  }

  int bit() {
    return 1 << ordinal();
  }

  boolean in(int marks) {
    return (marks & bit()) != 0;
  }

  /// Whether class and id speak of it; never for a mark of tags and attributes.
  boolean named(String classAndId) {
    return names != null && names.matcher(classAndId).find();
  }
}
