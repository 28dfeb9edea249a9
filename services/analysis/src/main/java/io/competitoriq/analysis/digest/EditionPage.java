package io.competitoriq.analysis.digest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The one layout of an edition, `templates/digest/EditionPage.html`: the mail and the PDF. It is
/// XML, loads nothing, and reads without its styles.
@CheckedTemplate(basePath = "digest")
record EditionPage(Sheet sheet) implements TemplateInstance {}
