package io.competitoriq.gateway.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Reads YAML 1.2 into JSON and remembers lines. No object of any class is made of it, and what it
/// may cost is bounded: length, depth, aliases, values after aliases are followed.
final class YamlReader {

  static final int MOST_CHARACTERS = 5 << 20;
  static final int MOST_DEPTH = 20;
  static final int MOST_ALIASES = 50;
  static final int MOST_VALUES = 200_000;

  private static final int LARGEST_EXPONENT = 300;

  private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

  private final Map<String, Integer> lines = new HashMap<>();
  private int values;

  private YamlReader() {}

  /// @throws io.competitoriq.http.ProblemException 422 with the line
  static ConfigDocument read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw refusal(1, "A document has at most " + MOST_CHARACTERS + " characters.");
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel("document")
            .setCodePointLimit(MOST_CHARACTERS)
            .setBufferSize(text.length() + 1) // read piece by piece, a long text costs its square
            .setMaxAliasesForCollections(MOST_ALIASES)
            .build();
    try {
      requireBounds(new Parse(settings).parseString(text));
      Optional<Node> root = new Compose(settings).composeString(text);
      var reader = new YamlReader();
      JsonNode tree = reader.value(root.orElseThrow(YamlReader::empty), "", 0);
      return new ConfigDocument(tree, reader.lines);
    } catch (MarkedYamlEngineException unreadable) {
      throw refusal(
          unreadable.getProblemMark().map(YamlReader::line).orElse(1),
          "This is no YAML: " + unreadable.getProblem() + ".");
    } catch (YamlEngineException unreadable) {
      throw refusal(1, "This is no YAML: " + firstLine(unreadable) + ".");
    }
  }

  /// The parser is a loop, what follows is recursive: so depth is looked at first.
  private static void requireBounds(Iterable<Event> events) {
    int depth = 0;
    int aliases = 0;
    for (Event event : events) {
      int line = event.getStartMark().map(YamlReader::line).orElse(1);
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Alias -> aliases++;
        case StreamStart, StreamEnd, DocumentStart, DocumentEnd, Scalar, Comment -> {}
      }
      if (depth > MOST_DEPTH) {
        throw refusal(line, "Values are at most " + MOST_DEPTH + " levels deep.");
      }
      if (aliases > MOST_ALIASES) {
        throw refusal(line, "A document has at most " + MOST_ALIASES + " aliases.");
      }
    }
  }

  private JsonNode value(Node node, String pointer, int depth) {
    int line = node.getStartMark().map(YamlReader::line).orElse(1);
    lines.put(pointer, line);
    if (++values > MOST_VALUES) {
      throw refusal(line, "A document has at most " + MOST_VALUES + " values.");
    }
    if (depth > MOST_DEPTH) {
      throw refusal(line, "An alias contains itself.");
    }
    return switch (node) {
      case MappingNode mapping -> object(mapping, pointer, depth);
      case SequenceNode sequence -> array(sequence, pointer, depth);
      case ScalarNode scalar -> scalar(scalar, line);
      default -> throw refusal(line, "This is neither a value nor a list nor a mapping.");
    };
  }

  private ObjectNode object(MappingNode mapping, String pointer, int depth) {
    ObjectNode object = JSON.objectNode();
    for (var entry : mapping.getValue()) {
      int line = entry.getKeyNode().getStartMark().map(YamlReader::line).orElse(1);
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw refusal(line, "Keys are words.");
      }
      String name = key.getValue();
      if (object.has(name)) {
        throw refusal(line, "The key \"" + name + "\" stands twice in one mapping.");
      }
      String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      object.set(name, value(entry.getValueNode(), at, depth + 1));
      lines.put(at, line);
    }
    return object;
  }

  private ArrayNode array(SequenceNode sequence, String pointer, int depth) {
    ArrayNode array = JSON.arrayNode();
    for (Node item : sequence.getValue()) {
      array.add(value(item, pointer + "/" + array.size(), depth + 1));
    }
    return array;
  }

  private static JsonNode scalar(ScalarNode scalar, int line) {
    String text = scalar.getValue();
    if (text.indexOf('\0') >= 0) {
      throw refusal(line, "A text must not contain the character NUL.");
    }
    Tag tag = scalar.getTag();
    try {
      if (tag.equals(Tag.NULL)) {
        return JSON.nullNode();
      }
      if (tag.equals(Tag.BOOL)) {
        return JSON.booleanNode(Boolean.parseBoolean(text));
      }
      if (tag.equals(Tag.INT)) {
        return integer(text, line);
      }
      return tag.equals(Tag.FLOAT) ? decimal(text, line) : JSON.textNode(text);
    } catch (NumberFormatException noNumber) {
      throw refusal(line, "The number " + text + " cannot be read.");
    }
  }

  private static JsonNode integer(String text, int line) {
    BigInteger number = new BigInteger(text);
    if (number.bitLength() > 63) {
      throw refusal(line, "The number is too large.");
    }
    return JSON.numberNode(number.longValue());
  }

  /// Written out, `1e999999999` would fill the memory.
  private static JsonNode decimal(String text, int line) {
    BigDecimal number = new BigDecimal(text);
    if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
      throw refusal(line, "The number is too large or too small.");
    }
    return JSON.numberNode(number);
  }

  private static RuntimeException empty() {
    return refusal(1, "The document is empty.");
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  private static String firstLine(YamlEngineException unreadable) {
    return String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
  }

  private static RuntimeException refusal(int line, String message) {
    return Mistake.refusal(List.of(new Mistake("", line, message)));
  }
}
