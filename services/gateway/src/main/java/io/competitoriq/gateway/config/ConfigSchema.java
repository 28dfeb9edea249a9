package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.quarkus.arc.Lock;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The form of a document, as `contracts/config/workspace-config.schema.json` publishes it. It is
/// read when the first document comes: no start pays for it.
@ApplicationScoped
class ConfigSchema {

  private static final String FILE = "/config/workspace-config.schema.json";

  private @Nullable JsonSchema schema;

  /// Every place where the document has not the form; empty when it has.
  List<Mistake> mistakes(ConfigDocument document) {
    return schema().validate(document.tree()).stream()
        .map(fault -> document.mistake(pointer(fault), words(fault)))
        .distinct()
        .toList();
  }

  private static String pointer(ValidationMessage fault) {
    String place = fault.getInstanceLocation().toString();
    boolean aboutMember = fault.getType().equals("additionalProperties");
    return aboutMember && fault.getProperty() != null ? place + "/" + fault.getProperty() : place;
  }

  private static String words(ValidationMessage fault) {
    return switch (fault.getType()) {
      case "additionalProperties" ->
          "There is no \"" + fault.getProperty() + "\" here; see the schema for what there is.";
      case "required", "dependentRequired" -> "\"" + fault.getProperty() + "\" is missing here.";
      case "false" -> "This does not go with what stands beside it.";
      case "enum" -> "Write one of " + choices(fault.getSchemaNode()) + ".";
      default -> "This " + fault.getError() + ".";
    };
  }

  private static String choices(JsonNode known) {
    return String.join(", ", known.valueStream().map(JsonNode::asText).toList());
  }

  @Lock
  JsonSchema schema() {
    JsonSchema known = schema;
    if (known == null) {
      known = read();
      schema = known;
    }
    return known;
  }

  private static JsonSchema read() {
    try (InputStream file =
        Objects.requireNonNull(ConfigSchema.class.getResourceAsStream(FILE), FILE)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(
              file,
              SchemaValidatorsConfig.builder()
                  .pathType(PathType.JSON_POINTER)
                  .locale(Locale.ENGLISH)
                  .build());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
