package io.competitoriq.process.change;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The way from one wording to another, word by word. An amount such as `$1,290.50` is one word.
///
/// @param edits in reading order; no two neighbours have the same kind
public record WordScript(List<Edit> edits) {

  private static final Pattern WORD =
      Pattern.compile(
          "\\p{Sc}?\\d[\\d.,'’]*\\d\\p{Sc}?|\\p{Sc}?\\d\\p{Sc}?|[\\p{L}\\p{M}\\p{N}]+(?:['’-][\\p{L}\\p{M}\\p{N}]+)*|\\s+|.",
          Pattern.DOTALL);

  public WordScript {
    edits = List.copyOf(edits);
  }

  public static WordScript between(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    List<Edit> edits = new ArrayList<>();
    StringBuilder removed = new StringBuilder();
    StringBuilder added = new StringBuilder();
    int at = 0;
    for (AbstractDelta<String> delta :
        DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<String>()).getDeltas()) {
      if (delta.getSource().getPosition() > at) {
        add(edits, removed, added, old.subList(at, delta.getSource().getPosition()));
      }
      delta.getSource().getLines().forEach(removed::append);
      delta.getTarget().getLines().forEach(added::append);
      at = delta.getSource().getPosition() + delta.getSource().size();
    }
    add(edits, removed, added, old.subList(at, old.size()));
    return new WordScript(edits);
  }

  /// What went stands before what came in its place.
  private static void add(
      List<Edit> edits, StringBuilder removed, StringBuilder added, List<String> same) {
    add(edits, Edit.Kind.REMOVED, removed.toString());
    add(edits, Edit.Kind.ADDED, added.toString());
    add(edits, Edit.Kind.SAME, String.join("", same));
    removed.setLength(0);
    added.setLength(0);
  }

  private static void add(List<Edit> edits, Edit.Kind kind, String words) {
    if (!words.isEmpty()) {
      edits.add(new Edit(kind, words));
    }
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).toList();
  }

  /// `We [-do-]{+do not+} refund.`
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Edit edit : edits) {
      out.append(
          switch (edit.kind()) {
            case SAME -> edit.text();
            case REMOVED -> "[-" + edit.text() + "-]";
            case ADDED -> "{+" + edit.text() + "+}";
          });
    }
    return out.toString();
  }

  /// Words that stayed, went or came.
  ///
  /// @param text with the blanks between the words
  public record Edit(Kind kind, String text) {
    /// What happened to the words.
    public enum Kind {
      SAME,
      REMOVED,
      ADDED
    }
  }
}
