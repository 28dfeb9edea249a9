/// A confirmed change in; one signal with headline, summary, score, reasons and evidence out, and
/// its triage by people.
@NullMarked
package io.competitoriq.analysis.signal;

import org.jspecify.annotations.NullMarked;
