package io.competitoriq.egress;

import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A fresh self-signed certificate of one name, from the JDK's own tool.
record Certificate(Path store) {
  private static final String PASSWORD = "changeit";

  static Certificate of(Path folder, String name) throws IOException, InterruptedException {
    Path store = folder.resolve("site.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String arguments =
        "-genkeypair -alias site -keyalg EC -validity 2 -dname CN=%1$s -ext san=dns:%1$s -storetype"
            + " PKCS12 -storepass %2$s -keystore ";
    List<String> command = new ArrayList<>(List.of(keytool.toString()));
    command.addAll(List.of((arguments.formatted(name, PASSWORD) + store).split(" ")));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("keytool made no certificate");
    }
    return new Certificate(store);
  }

  PfxOptions pfx() {
    return new PfxOptions().setPath(store.toString()).setPassword(PASSWORD);
  }
}
