# One of the five services on the JVM. Build the project first (./ciq test, or mvn package); then, from the repository's root:
#   docker build -f deploy/docker/service.Dockerfile --build-arg SERVICE=crawl -t competitoriq/crawl .
# BASE is any image with a Java 25 runtime as `java` on the PATH, and a shell.
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}
ARG SERVICE
LABEL org.opencontainers.image.title="competitoriq-${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="https://github.com/competitoriq/competitoriq"
WORKDIR /app
# Libraries change seldom and are most of the bytes: they are a layer of their own.
COPY services/${SERVICE}/target/quarkus-app/lib/ lib/
COPY services/${SERVICE}/target/quarkus-app/quarkus-run.jar ./
COPY services/${SERVICE}/target/quarkus-app/quarkus/ quarkus/
COPY services/${SERVICE}/target/quarkus-app/app/ app/
ENV CIQ_BIND=0.0.0.0 CIQ_HTTP_PORT=8080 CIQ_MANAGEMENT_PORT=9000
# The parser's loop is longer than HotSpot compiles by default. Heap dumps would need a writable root.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:-DontCompileHugeMethods -XX:+ExitOnOutOfMemoryError -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Djava.io.tmpdir=/tmp"
# What a start loads and links, recorded once (JEP 483, 514). Nothing answers here, so this start ends, with an error, where it
# asks for the database: most classes are loaded by then. A JVM that cannot use the cache goes without it.
RUN java -XX:AOTCacheOutput=app.aot -jar quarkus-run.jar >/tmp/recorded 2>&1; \
    test -s app.aot || { cat /tmp/recorded; exit 1; }; rm -f /tmp/recorded
USER 10001:10001
EXPOSE 8080 9000
# Kubernetes asks the probes itself; this is for Docker and compose. The image has no curl, and a runtime has no compiler for a
# single-file program: a class of ours asks.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD java -Xmx16m -XX:TieredStopAtLevel=1 -cp lib/main/io.competitoriq.ciq-telemetry-*.jar io.competitoriq.telemetry.ReadyProbe
# A program reads the logs here; which build this is, metrics and log lines say.
ARG COMMIT=unknown
ARG COMMITTED_AT=0
ENV CIQ_LOG_JSON=true CIQ_COMMIT=${COMMIT} CIQ_COMMITTED_AT=${COMMITTED_AT}
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-Xlog:aot*=off", "-Xlog:cds*=off", "-jar", "quarkus-run.jar"]
