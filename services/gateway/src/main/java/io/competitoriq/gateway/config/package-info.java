/// A workspace as code: how it is set up, out as one YAML document; such a document in, planned and
/// applied through the services' own interfaces.
@NullMarked
package io.competitoriq.gateway.config;

import org.jspecify.annotations.NullMarked;
