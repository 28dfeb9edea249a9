package io.competitoriq.jobs.worker;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/// A key and its own certificate, as PostgreSQL reads them: it refuses a key that others may read.
record DatabaseCertificate(Path certificate, Path key) {

  private static final char[] PASSWORD = "only for this test".toCharArray();

  /// @param address that the certificate is for
  static DatabaseCertificate create(Path folder, String address)
      throws IOException, InterruptedException, GeneralSecurityException {
    Files.createDirectories(folder);
    Path store = folder.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "database",
                    "-keyalg",
                    "EC",
                    "-validity",
                    "2",
                    "-dname",
                    "CN=" + address,
                    "-ext",
                    "san=ip:" + address,
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    String.valueOf(PASSWORD)))
            .inheritIO()
            .start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    Path certificate = pem(folder, "CERTIFICATE", keys.getCertificate("database").getEncoded());
    Path key = pem(folder, "PRIVATE KEY", keys.getKey("database", PASSWORD).getEncoded());
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    return new DatabaseCertificate(certificate, key);
  }

  private static Path pem(Path folder, String kind, byte[] der) throws IOException {
    String base64 = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der);
    return Files.writeString(
        folder.resolve(kind.replace(' ', '-') + ".pem"),
        "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind, base64, kind));
  }
}
