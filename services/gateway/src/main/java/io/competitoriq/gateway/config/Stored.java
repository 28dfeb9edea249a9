package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Something the workspace has.
///
/// @param key what a document knows it by
/// @param content as a document has it
/// @param id as the services have it
/// @param version for `If-Match`; -1 where the service asks for none
record Stored(Part part, String key, ObjectNode content, String id, long version) {}
