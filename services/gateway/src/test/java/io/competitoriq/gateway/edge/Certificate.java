package io.competitoriq.gateway.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// A key and its own certificate for 127.0.0.1, as nginx reads them and as a client trusts them.
record Certificate(SSLContext trust) {

  private static final char[] PASSWORD = "only for this test".toCharArray();

  /// Writes `fullchain.pem` and `privkey.pem` into the folder.
  static Certificate create(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Files.createDirectories(folder);
    Path store = folder.resolve("store.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "nginx",
            "-keyalg",
            "EC",
            "-validity",
            "2",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "san=ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            String.valueOf(PASSWORD));
    Process keytool = new ProcessBuilder(command).inheritIO().start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    pem(folder.resolve("fullchain.pem"), "CERTIFICATE", keys.getCertificate("nginx").getEncoded());
    pem(folder.resolve("privkey.pem"), "PRIVATE KEY", keys.getKey("nginx", PASSWORD).getEncoded());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("nginx", keys.getCertificate("nginx"));
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return new Certificate(context);
  }

  private static void pem(Path file, String kind, byte[] der) throws IOException {
    String base64 = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der);
    Files.writeString(
        file, "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, base64, kind));
  }
}
