package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Something a document asks for.
///
/// @param key what it is known by
/// @param content the fields it names, in the form in which [Stored] has them
/// @param pointer where it stands
record Wanted(Part part, String key, ObjectNode content, String pointer) {}
