/// Asks the service in this container whether it is ready; the exit code is the answer.
void main() throws Exception {
  var ready = java.net.URI.create("http://127.0.0.1:" + System.getenv("CIQ_MANAGEMENT_PORT") + "/q/health/ready");
  var answer =
      java.net.http.HttpClient.newHttpClient()
          .send(
              java.net.http.HttpRequest.newBuilder(ready).timeout(java.time.Duration.ofSeconds(4)).build(),
              java.net.http.HttpResponse.BodyHandlers.discarding());
  System.exit(answer.statusCode() == 200 ? 0 : 1);
}
