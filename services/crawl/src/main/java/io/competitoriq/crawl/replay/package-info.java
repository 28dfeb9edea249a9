/// The past of demo data: pages as they were in, an order to keep them one after another out.
@NullMarked
package io.competitoriq.crawl.replay;

import org.jspecify.annotations.NullMarked;
