/// People: an e-mail address and a password in, a proven account out.
@NullMarked
package io.competitoriq.gateway.account;

import org.jspecify.annotations.NullMarked;
