/// What it means: confirmed changes in (`signal-jobs`), signals that people see at once out, and
/// beside them, when a language model is configured, an assessment with verified quotes
/// (`analysis-jobs`).
@NullMarked
package io.competitoriq.analysis;

import org.jspecify.annotations.NullMarked;
