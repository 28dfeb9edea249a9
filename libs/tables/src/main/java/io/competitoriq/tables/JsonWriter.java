package io.competitoriq.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Objects with the columns' names as keys, with something before, between and behind them.
final class JsonWriter<R> implements TableWriter<R> {

  private static final JsonFactory JSON = new JsonFactory();

  private final List<Column<R>> columns;
  private final String before;
  private final String between;
  private final String behind;
  private boolean first = true;

  JsonWriter(List<Column<R>> columns, String before, String between, String behind) {
    this.columns = columns;
    this.before = before;
    this.between = between;
    this.behind = behind;
  }

  @Override
  public byte[] head() {
    return bytes(before);
  }

  @Override
  public byte[] rows(List<R> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      for (R row : rows) {
        if (!first) {
          out.write(bytes(between));
        }
        first = false;
        out.write(object(row));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /// An empty file of lines has none.
  @Override
  public byte[] tail() {
    return first && before.isEmpty() ? new byte[0] : bytes(behind);
  }

  private byte[] object(R row) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      for (Column<R> column : columns) {
        json.writeFieldName(column.name());
        write(json, column.value().apply(row));
      }
      json.writeEndObject();
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case BigDecimal number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      default -> json.writeString(value.toString());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
