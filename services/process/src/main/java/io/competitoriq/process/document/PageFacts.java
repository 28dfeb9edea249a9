package io.competitoriq.process.document;

import io.competitoriq.messages.FactKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.contact.ContactReader;
import io.competitoriq.process.fact.features.FeaturesReader;
import io.competitoriq.process.fact.jobs.OpeningsReader;
import io.competitoriq.process.fact.people.PeopleReader;
import io.competitoriq.process.fact.posts.PostsReader;
import io.competitoriq.process.fact.pricing.PricingReader;
import io.competitoriq.process.fact.products.ProductsReader;
import io.competitoriq.process.fact.technology.TechnologyReader;
import io.competitoriq.process.page.JsonLd;
import io.competitoriq.process.page.Microdata;
import io.competitoriq.process.page.PageClass;
import io.competitoriq.process.page.PageHead;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/// Which facts are read from which class of page.
final class PageFacts {

  private PageFacts() {}

  static List<FactDraft> read(
      Document page, URI url, PageHead head, Content content, PageClass pageClass) {
    List<FactDraft> facts = new ArrayList<>();
    JsonLd stated = stated(page, head);
    if (pageClass.mayOffer()) {
      facts.addAll(PricingReader.read(content, head, pageClass == PageClass.PRICING));
      boolean plansPage = pageClass == PageClass.PRICING;
      facts.addAll(FeaturesReader.read(page, content, List.copyOf(facts), plansPage));
    }
    switch (pageClass) {
      case BLOG -> facts.addAll(PostsReader.ofListing(content, url, false));
      case CHANGELOG -> facts.addAll(PostsReader.ofListing(content, url, true));
      case CAREERS -> facts.addAll(OpeningsReader.read(page, content, stated, url));
      case HOME, ABOUT, OTHER -> {
        facts.addAll(OpeningsReader.stated(content, stated, url));
        facts.addAll(PeopleReader.read(content, stated, url));
        facts.addAll(ContactReader.read(page, content, stated, url));
      }
      case PRICING, FEATURES, ARTICLE, DOCS, FEED -> {}
    }
    if (pageClass == PageClass.HOME) {
      facts.addAll(TechnologyReader.read(page));
    }
    if (maySell(pageClass) && facts.stream().noneMatch(fact -> fact.kind() == FactKind.PLAN)) {
      facts.addAll(ProductsReader.read(page, content, stated, head.locale()));
    }
    return facts;
  }

  private static boolean maySell(PageClass pageClass) {
    return pageClass == PageClass.HOME
        || pageClass == PageClass.FEATURES
        || pageClass == PageClass.OTHER;
  }

  private static JsonLd stated(Document page, PageHead head) {
    return new JsonLd(
        Stream.concat(head.jsonLd().nodes().stream(), Microdata.of(page).nodes().stream())
            .toList());
  }
}
