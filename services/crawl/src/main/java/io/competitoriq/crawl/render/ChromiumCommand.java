package io.competitoriq.crawl.render;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How Chromium is started: silent, without a port, and with no way out but the proxy. Pure.
final class ChromiumCommand {
  /// The shell hands our end of the pipes to the descriptors Chromium expects, then is Chromium.
  private static final String HAND_OVER_PIPES = "exec \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null";

  private static final List<String> ALWAYS =
      List.of(
          "--headless",
          "--remote-debugging-pipe",
          "--no-startup-window",
          "--no-first-run",
          "--no-default-browser-check",
          "--no-pings",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-extensions",
          "--disable-component-extensions-with-background-pages",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-default-apps",
          "--disable-domain-reliability",
          "--disable-client-side-phishing-detection",
          "--disable-sync",
          "--disable-breakpad",
          "--disable-crash-reporter",
          "--disable-search-engine-choice-screen",
          "--metrics-recording-only",
          "--password-store=basic",
          "--use-mock-keychain",
          "--mute-audio",
          "--hide-scrollbars",
          "--force-color-profile=srgb",
          "--lang=en-US",
          // Nothing a page asks for is granted, nobody is there to ask.
          "--deny-permission-prompts",
          "--disable-notifications",
          // Loopback is a destination like any other: the proxy decides.
          "--proxy-bypass-list=<-loopback>",
          // What could go around a proxy: QUIC, WebRTC's UDP, and name lookups of its own.
          "--disable-quic",
          "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--dns-prefetch-disable",
          "--disable-features=AsyncDns,DnsOverHttps,Translate,MediaRouter,OptimizationHints,"
              + "AutofillServerCommunication,CertificateTransparencyComponentUpdater,"
              + "InterestFeedContentSuggestions,PrivacySandboxSettings4,DialMediaRouteProvider");

  private ChromiumCommand() {}

  /// @param proxy `host:port`
  static List<String> of(Path executable, Path profile, String proxy, RenderConfig config) {
    List<String> command =
        new ArrayList<>(List.of("/bin/sh", "-c", HAND_OVER_PIPES, "sh", executable.toString()));
    command.addAll(ALWAYS);
    command.add("--user-data-dir=" + profile);
    command.add("--proxy-server=http://" + proxy);
    command.add(
        "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE "
            + proxy.substring(0, proxy.lastIndexOf(':')));
    command.add("--js-flags=--max-old-space-size=" + config.page().heapMegabytes());
    return command;
  }
}
