package io.competitoriq.egress;

import java.net.InetAddress;
import java.util.Arrays;

/// A network: `10.0.0.0/8`, `fc00::/7`, or one address without a prefix.
final class Cidr {
  private final byte[] network;
  private final int prefix;

  private Cidr(byte[] network, int prefix) {
    this.network = network;
    this.prefix = prefix;
  }

  static Cidr parse(String text) {
    String[] parts = text.strip().split("/", 2);
    InetAddress address = literal(parts[0], text);
    int bits = address.getAddress().length * Byte.SIZE;
    int prefix = bits;
    if (parts.length == 2) {
      prefix = parts[1].matches("\\d{1,3}") ? Integer.parseInt(parts[1]) : -1;
    }
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException("not a network: " + text);
    }
    return new Cidr(address.getAddress(), prefix);
  }

  boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != network.length) {
      return false;
    }
    int whole = prefix / Byte.SIZE;
    int rest = prefix % Byte.SIZE;
    if (!Arrays.equals(bytes, 0, whole, network, 0, whole)) {
      return false;
    }
    int mask = 0xff << (Byte.SIZE - rest) & 0xff;
    return rest == 0 || (bytes[whole] & mask) == (network[whole] & mask);
  }

  private static InetAddress literal(String address, String text) {
    try {
      return InetAddress.ofLiteral(address);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not a network: " + text, e);
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(network) + "/" + prefix;
  }
}
