/// What the Helm chart renders, by Helm itself, judged by Kubernetes' own types.
@NullMarked
package io.competitoriq.chart;

import org.jspecify.annotations.NullMarked;
