/// The API's document: served to operators, and what it calls deprecated told to clients.
@NullMarked
package io.competitoriq.gateway.contract;

import org.jspecify.annotations.NullMarked;
