package io.competitoriq.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
  private final AddressPolicy strict = new AddressPolicy(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        // this network, private, carrier-grade NAT, loopback
        "0.0.0.0",
        "0.255.1.2",
        "10.0.0.0",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.254",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "192.168.255.255",
        // link-local and the clouds' metadata services
        "169.254.0.1",
        "169.254.169.254",
        "169.254.170.2",
        "168.63.129.16",
        "fd00:ec2::254",
        // protocol, documentation, benchmarking, 6to4 relays
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        // multicast, reserved, broadcast
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        // IPv6: unspecified, loopback, ULA, link-local, site-local, multicast, documentation
        "::",
        "::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "2001:db8::1",
        "3fff::1",
        "5f00::1",
        "100::1",
        // IPv4 in IPv6: mapped, compatible, NAT64, 6to4, Teredo, ORCHID
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::ffff:7f00:1",
        "::10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b::8.8.8.8",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2002:a00:1::1",
        "2001::1",
        "2001:0:4136:e378::1",
        "2001:20::1"
      })
  void addressThatIsNotGlobalIsRefused(String address) {
    assertThat(strict.refusal(InetAddress.ofLiteral(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.1",
        "93.184.216.34",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "169.255.0.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.255.255",
        "192.169.0.1",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::1",
        "2001:4860::8888",
        "::ffff:8.8.8.8"
      })
  void globalAddressMayBeVisited(String address) {
    assertThat(strict.refusal(InetAddress.ofLiteral(address))).isEmpty();
  }

  @Test
  void operatorsExceptionOpensItsNetworkAndNoOther() {
    // Given
    AddressPolicy laptop = new AddressPolicy(List.of("127.0.0.0/8", " 10.1.0.0/16", "fd12::/32"));
    // Then
    assertThat(laptop.refusal(InetAddress.ofLiteral("127.3.2.1"))).isEmpty();
    assertThat(laptop.refusal(InetAddress.ofLiteral("10.1.255.1"))).isEmpty();
    assertThat(laptop.refusal(InetAddress.ofLiteral("fd12:0:1::9"))).isEmpty();
    assertThat(laptop.refusal(InetAddress.ofLiteral("10.2.0.1"))).isPresent();
    assertThat(laptop.refusal(InetAddress.ofLiteral("::1"))).isPresent();
    assertThat(laptop.refusal(InetAddress.ofLiteral("fd13::1"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "example.com/8", "::/129"})
  void networkThatIsNoneIsRefusedAtStart(String text) {
    assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void prefixThatEndsInsideAByteIsExact() {
    // Given
    Cidr network = Cidr.parse("100.64.0.0/10");
    // Then
    assertThat(network.contains(InetAddress.ofLiteral("100.127.255.255"))).isTrue();
    assertThat(network.contains(InetAddress.ofLiteral("100.128.0.0"))).isFalse();
  }
}
