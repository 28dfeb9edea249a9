/// How long evidence is kept: rules and holds in; snapshots whose bodies are let go out. Snapshots
/// themselves, with hash, headers and times, stay for good.
@NullMarked
package io.competitoriq.crawl.retention;

import org.jspecify.annotations.NullMarked;
