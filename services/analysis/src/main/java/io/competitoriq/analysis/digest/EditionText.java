package io.competitoriq.analysis.digest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// The same without markup, `templates/digest/EditionText.txt`: the other half of the mail.
@CheckedTemplate(basePath = "digest")
record EditionText(Sheet sheet) implements TemplateInstance {}
