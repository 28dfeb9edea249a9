package io.competitoriq.process.maintext;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Gradient-boosted decision trees that tell the odds of a passage being main text.
///
/// The file is big-endian: number of trees (int), score before the first tree (double); for each
/// tree the number of nodes (int) and its nodes: feature or -1 for a leaf (int), threshold (float),
/// node for values up to it (int), node for larger ones (int), score of a leaf (float).
final class Forest {

  private static final int MOST_TREES = 2_000;
  private static final int MOST_NODES = 4_096;
  private static final int LEAF = -1;

  private final double base;
  private final Tree[] trees;

  private Forest(double base, Tree[] trees) {
    this.base = base;
    this.trees = trees;
  }

  /// @param featureCount how many features the rows will have
  /// @throws IOException when the file is cut, goes on, or names a node or feature that is not
  ///   there
  static Forest read(InputStream file, int featureCount) throws IOException {
    DataInputStream in = new DataInputStream(file);
    Tree[] trees = new Tree[within(in.readInt(), 1, MOST_TREES, "number of trees")];
    double base = in.readDouble();
    for (int i = 0; i < trees.length; i++) {
      trees[i] = Tree.read(in, featureCount);
    }
    if (in.read() >= 0) {
      throw new IOException("the model goes on behind its last tree");
    }
    return new Forest(base, trees);
  }

  /// Log-odds.
  double score(float[] row) {
    double score = base;
    for (Tree tree : trees) {
      score += tree.score(row);
    }
    return score;
  }

  private static int within(int value, int least, int most, String what) throws IOException {
    if (value < least || value > most) {
      throw new IOException(
          "the model's %s %d is not within %d..%d".formatted(what, value, least, most));
    }
    return value;
  }

  /// @param features what each node asks for, or LEAF
  /// @param values threshold of each node, score of each leaf
  private record Tree(int[] features, float[] values, int[] lower, int[] higher) {

    static Tree read(DataInputStream in, int featureCount) throws IOException {
      int nodes = within(in.readInt(), 1, MOST_NODES, "number of nodes");
      Tree tree = new Tree(new int[nodes], new float[nodes], new int[nodes], new int[nodes]);
      for (int node = 0; node < nodes; node++) {
        tree.readNode(in, node, featureCount);
      }
      return tree;
    }

    private void readNode(DataInputStream in, int node, int featureCount) throws IOException {
      features[node] = within(in.readInt(), LEAF, featureCount - 1, "feature");
      float threshold = in.readFloat();
      int low = in.readInt();
      int high = in.readInt();
      float score = in.readFloat();
      values[node] = features[node] == LEAF ? score : threshold;
      if (features[node] != LEAF) {
        // Children stand behind their parent, so that no walk goes in circles.
        lower[node] = within(low, node + 1, features.length - 1, "node");
        higher[node] = within(high, node + 1, features.length - 1, "node");
      }
    }

    float score(float[] row) {
      int node = 0;
      while (features[node] != LEAF) {
        node = row[features[node]] <= values[node] ? lower[node] : higher[node];
      }
      return values[node];
    }
  }
}
