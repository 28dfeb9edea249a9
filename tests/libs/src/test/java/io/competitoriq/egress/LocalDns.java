package io.competitoriq.egress;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.NoopAuthoritativeDnsServerCache;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.resolver.dns.NoopDnsCnameCache;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/// A name server on a UDP port of loopback that says whatever a test wants, with a TTL of zero, and
/// a resolver that really asks it and remembers nothing.
final class LocalDns implements AutoCloseable {
  private static final int A = 1;
  private static final int CNAME = 5;
  private static final int AAAA = 28;
  private static final int HEADER = 12;

  private final Map<String, List<List<String>>> zone = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private final DatagramSocket socket;
  private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
  private final DnsNameResolver resolver;

  LocalDns() throws IOException {
    this.socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
    Thread.ofVirtual().start(this::serve);
    this.resolver =
        new DnsNameResolverBuilder(loop.next())
            .channelType(NioDatagramChannel.class)
            .nameServerProvider(
                new SingletonDnsServerAddressStreamProvider(
                    (InetSocketAddress) socket.getLocalSocketAddress()))
            .resolveCache(NoopDnsCache.INSTANCE)
            .cnameCache(NoopDnsCnameCache.INSTANCE)
            .authoritativeDnsServerCache(NoopAuthoritativeDnsServerCache.INSTANCE)
            .resolvedAddressTypes(ResolvedAddressTypes.IPV4_PREFERRED)
            .completeOncePreferredResolved(false)
            .hostsFileEntriesResolver((_, _) -> null)
            .searchDomains(List.of())
            .build();
  }

  /// `name` resolves to `records` (addresses, or `cname:other`) from now on.
  LocalDns answers(String name, String... records) {
    return answersInTurn(name, List.of(records));
  }

  /// The first query is answered by the first list, the second by the second; the last one stays.
  @SafeVarargs
  final LocalDns answersInTurn(String name, List<String>... turns) {
    zone.put(name, List.of(turns));
    return this;
  }

  /// How often the IPv4 addresses of the name were asked for.
  int asked(String name) {
    return asked.getOrDefault(name, new AtomicInteger()).get();
  }

  /// The resolver that asks this server.
  Names names() {
    return host -> {
      try {
        return resolver.resolveAll(host).get();
      } catch (ExecutionException e) {
        throw new UnknownHostException(host);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new UnknownHostException(host);
      }
    };
  }

  private void serve() {
    byte[] space = new byte[1500];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(space, space.length);
      try {
        socket.receive(packet);
        byte[] reply = reply(Arrays.copyOf(packet.getData(), packet.getLength()));
        socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
      } catch (IOException e) {
        return;
      }
    }
  }

  private byte[] reply(byte[] query) {
    StringBuilder text = new StringBuilder();
    int at = HEADER;
    while (query[at] != 0) {
      text.append(text.isEmpty() ? "" : ".")
          .append(new String(query, at + 1, query[at], StandardCharsets.US_ASCII));
      at += query[at] + 1;
    }
    String name = text.toString().toLowerCase(Locale.ROOT);
    int type = query[at + 2];
    int end = at + 5;
    ByteArrayOutputStream answers = new ByteArrayOutputStream();
    int count = resolve(name, type, answers);
    boolean known = zone.containsKey(name);
    ByteBuffer reply = ByteBuffer.allocate(end + answers.size());
    reply.put(query, 0, 2).putShort((short) (known ? 0x8580 : 0x8583));
    reply.putShort((short) 1).putShort((short) count).putInt(0);
    return reply.put(query, HEADER, end - HEADER).put(answers.toByteArray()).array();
  }

  /// Follows aliases as a recursive server does and answers the whole chain at once.
  private int resolve(String name, int type, ByteArrayOutputStream out) {
    int count = 0;
    for (String record : turn(name, type)) {
      if (record.startsWith("cname:")) {
        String target = record.substring(6);
        put(out, name, CNAME, wire(target));
        count += 1 + resolve(target, type, out);
      } else {
        byte[] address = bytes(record);
        if ((address.length == 4 ? A : AAAA) == type) {
          put(out, name, type, address);
          count++;
        }
      }
    }
    return count;
  }

  private List<String> turn(String name, int type) {
    List<List<String>> turns = zone.getOrDefault(name, List.of(List.of()));
    AtomicInteger counter = asked.computeIfAbsent(name, _ -> new AtomicInteger());
    int turn = type == A ? counter.getAndIncrement() : Math.max(0, counter.get() - 1);
    return turns.get(Math.min(turn, turns.size() - 1));
  }

  /// An IPv4 address dressed as IPv6 stays 16 bytes long, which the JDK's own parser would undo.
  private static byte[] bytes(String address) {
    byte[] parsed = InetAddress.ofLiteral(address).getAddress();
    if (parsed.length == 16 || address.indexOf(':') < 0) {
      return parsed;
    }
    byte[] mapped = new byte[16];
    mapped[10] = (byte) 0xff;
    mapped[11] = (byte) 0xff;
    System.arraycopy(parsed, 0, mapped, 12, 4);
    return mapped;
  }

  private static void put(ByteArrayOutputStream out, String name, int type, byte[] data) {
    out.writeBytes(wire(name));
    ByteBuffer fields = ByteBuffer.allocate(10);
    fields.putShort((short) type).putShort((short) 1).putInt(0).putShort((short) data.length);
    out.writeBytes(fields.array());
    out.writeBytes(data);
  }

  private static byte[] wire(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String label : name.split("\\.")) {
      out.write(label.length());
      out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    out.write(0);
    return out.toByteArray();
  }

  @Override
  public void close() {
    resolver.close();
    loop.shutdownGracefully();
    socket.close();
  }
}
