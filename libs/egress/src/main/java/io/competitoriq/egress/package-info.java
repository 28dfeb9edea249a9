/// The one guarded way out: a request for any address in, an answer, a refusal or a failure out.
///
/// Every outgoing address of the system passes here: pages to crawl, webhooks, the model's base
/// URL. A name is resolved once, every address it stands for must be global (or excepted by the
/// operator), and the connection goes to exactly the address that was checked.
@NullMarked
package io.competitoriq.egress;

import org.jspecify.annotations.NullMarked;
