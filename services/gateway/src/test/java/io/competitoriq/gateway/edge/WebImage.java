package io.competitoriq.gateway.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;

/// What `deploy/docker/web.Dockerfile` makes an image of, laid out in a folder and started as the
/// image starts it: its configuration and files are read only, it writes below its prefix.
///
/// @param prefix the image's `/tmp`
record WebImage(Process process, Path prefix, int port) implements AutoCloseable {

  static final String FILE = "console.log('from the image');".repeat(50);

  static WebImage start(Path folder, String gateway) throws IOException {
    Path configuration = folder.resolve("srv/nginx");
    Nginx.copy(Nginx.shipped("nginx"), configuration);
    Nginx.copy(Nginx.shipped("docker/web"), configuration);
    Path assets = Files.createDirectories(folder.resolve("srv/web/assets"));
    Files.writeString(assets.resolve("only-here-9f8e7d.js"), FILE);
    try (var packed =
        new GZIPOutputStream(Files.newOutputStream(assets.resolve("only-here-9f8e7d.js.gz")))) {
      packed.write(FILE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    int port = Nginx.freePort();
    Nginx.site(configuration, "listen", "listen 127.0.0.1:" + port + ";");
    Nginx.site(configuration, "gateways", "server " + gateway + ";");
    Nginx.site(configuration, "root", "root " + folder.resolve("srv/web") + ";");
    Nginx.site(configuration, "trusted-proxies", "set_real_ip_from 127.0.0.1;");
    Path prefix = Files.createDirectories(folder.resolve("tmp"));
    Process process =
        Nginx.run(
            prefix,
            "-e",
            "stderr",
            "-p",
            prefix.toString(),
            "-c",
            configuration.resolve("nginx.conf").toString(),
            "-g",
            "daemon off;" + Nginx.user());
    Awaitility.await()
        .atMost(20, TimeUnit.SECONDS)
        .until(() -> Nginx.listens(port, process, prefix));
    return new WebImage(process, prefix, port);
  }

  String said() throws IOException {
    return Files.readString(prefix.resolve("said.log"));
  }

  @Override
  public void close() {
    process.destroy();
  }
}
