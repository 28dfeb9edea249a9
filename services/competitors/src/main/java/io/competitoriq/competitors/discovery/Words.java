package io.competitoriq.competitors.discovery;

import io.competitoriq.messages.SourceKind;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// The words pages of one kind are called by, in English, German, French and Spanish. Folded like
/// everything compared with them: lower case, no accents, words parted by single spaces.
///
/// @param sure words that mean this kind and hardly anything else
/// @param likely words that often mean it
record Words(SourceKind kind, List<String> sure, List<String> likely) {

  /// In the order in which a tie is decided.
  static final List<Words> ALL =
      List.of(
          words(
              SourceKind.PRICING,
              """
              pricing, prices, plans, pricing plans, plans and pricing, plans pricing, pricing and plans,
              subscriptions, preise, preis, tarife, preise und tarife, preisliste, preismodell,
              tarifs, tarif, prix, abonnements, forfaits, nos offres,
              precios, precio, planes, planes y precios, tarifas, suscripciones""",
              "price, plan, packages, editions, pakete, kosten, offres, formules, tarification, buy, costs"),
          words(
              SourceKind.CHANGELOG,
              """
              changelog, change log, release notes, releasenotes, releases, whats new, product updates,
              product changelog, aenderungen, anderungen, anderungsprotokoll, versionshinweise,
              was ist neu, neue funktionen, produktneuheiten,
              notes de version, journal des modifications, nouveautes, quoi de neuf,
              novedades, notas de version, notas de la version, registro de cambios""",
              "updates, latest updates, new, neuerungen, mises a jour, actualizaciones, version history"),
          words(
              SourceKind.CAREERS,
              """
              careers, career, jobs, join us, join our team, work with us, we are hiring, were hiring,
              open positions, open roles, openings, job openings, vacancies, hiring,
              karriere, stellen, stellenangebote, offene stellen, stellenanzeigen, jobs und karriere,
              carrieres, carriere, emplois, offres d emploi, offres demploi, recrutement,
              rejoignez nous, nous rejoindre, nous recrutons, on recrute,
              empleo, empleos, carreras, trabaja con nosotros, trabaja en, unete, unete al equipo,
              vacantes""",
              "job, join, positions, roles, bewerben, postes, ofertas"),
          words(
              SourceKind.BLOG,
              "blog, our blog, company blog, the blog, weblog, unser blog, notre blog, nuestro blog",
              """
              articles, insights, stories, magazine, journal, posts, ideas, learn, magazin, artikel,
              ratgeber, beitraege, beitrage, articulos, revista"""),
          words(
              SourceKind.NEWS,
              """
              news, newsroom, press, press releases, press room, in the news, announcements,
              presse, pressemitteilungen, aktuelles, nachrichten, neuigkeiten, pressebereich,
              actualites, communiques, communiques de presse, espace presse, salle de presse,
              noticias, prensa, sala de prensa, actualidad, comunicados""",
              "media, events, medien, medias, medios"),
          words(
              SourceKind.FEATURES,
              """
              features, feature, product features, all features, feature overview, capabilities,
              funktionen, funktionsumfang, alle funktionen, produktfunktionen,
              fonctionnalites, toutes les fonctionnalites, caracteristiques,
              funciones, funcionalidades, caracteristicas""",
              """
              product, products, platform, solutions, tour, product tour, how it works, overview,
              produkt, produkte, plattform, leistungen, losungen, produit, produits, plateforme,
              producto, productos, plataforma, soluciones"""),
          words(
              SourceKind.ABOUT,
              """
              about, about us, our story, who we are, about the company, our mission, leadership,
              uber uns, ueber uns, wer wir sind, unternehmen,
              a propos, qui sommes nous, notre histoire,
              sobre nosotros, quienes somos, acerca de, nuestra historia, nosotros""",
              "company, team, our team, mission, entreprise, equipe, empresa, equipo, das team"),
          words(
              SourceKind.DOCS,
              """
              docs, documentation, developers, developer docs, api docs, api reference, api documentation,
              dokumentation, entwickler, documentacion, developpeurs, desarrolladores, reference""",
              "api, help, help center, support, guides, knowledge base, hilfe, aide, ayuda, manual"));

  private static Words words(SourceKind kind, String sure, String likely) {
    return new Words(kind, split(sure), split(likely));
  }

  private static List<String> split(String text) {
    return List.of(text.strip().split("\\s*,\\s*"));
  }

  /// How strongly a folded phrase speaks for this kind: 1 is a sure word by itself, 0 is nothing.
  double strength(String phrase, int longest) {
    return Math.max(strength(sure, phrase, longest), 0.65 * strength(likely, phrase, longest));
  }

  /// True when the phrase is exactly one of the sure words.
  boolean names(String phrase) {
    return sure.contains(phrase);
  }

  private static double strength(List<String> words, String phrase, int longest) {
    if (words.contains(phrase)) {
      return 1;
    }
    if (phrase.isEmpty() || phrase.split(" ").length > longest) {
      return 0;
    }
    String padded = " " + phrase + " ";
    return words.stream().anyMatch(word -> padded.contains(" " + word + " ")) ? 0.7 : 0;
  }

  /// Text as words are compared: "Über uns!" and "ueber-uns" become "uber uns" and "ueber uns".
  static String fold(String text) {
    return Normalizer.normalize(text.replace("ß", "ss"), Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replace("&", " and ")
        .replaceAll("['’`]", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
