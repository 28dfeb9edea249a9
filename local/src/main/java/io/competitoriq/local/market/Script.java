package io.competitoriq.local.market;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the market begins with and what happens there, read from the class path folder `market`.
///
/// @param companies each company's document at the beginning, by its id
/// @param steps in the order in which they happen
record Script(Map<String, ObjectNode> companies, List<Step> steps) {

  private static final List<String> COMPANIES = List.of("brightdesk", "helpnest", "ticketly");

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  static Script bundled() {
    Map<String, ObjectNode> companies = new LinkedHashMap<>();
    for (String id : COMPANIES) {
      companies.put(id, read(id + ".json", new TypeReference<ObjectNode>() {}));
    }
    return new Script(companies, read("script.json", new TypeReference<List<Step>>() {}));
  }

  private static <T> T read(String file, TypeReference<T> type) {
    try (InputStream in = Script.class.getResourceAsStream("/market/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the resource market/" + file + " is missing");
      }
      return JSON.readValue(in, type);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("market/" + file + " cannot be read", unreadable);
    }
  }
}
