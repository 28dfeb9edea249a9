/// The built-in crawler: the address of a web page in; the page or why there is none out.
@NullMarked
package io.competitoriq.crawl.collector.builtin;

import org.jspecify.annotations.NullMarked;
