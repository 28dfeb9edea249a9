# One of the five services as a native executable. Build it first on a machine with Mandrel or GraalVM 25:
#   mvn package -Dquarkus.native.enabled=true -pl services/crawl -am
#   docker build -f deploy/docker/native.Dockerfile --build-arg SERVICE=crawl -t competitoriq/crawl:native .
# BASE is any image with glibc 2.36 or newer, zlib and CA certificates.
ARG BASE=debian:bookworm-slim
FROM ${BASE}
ARG SERVICE
LABEL org.opencontainers.image.title="competitoriq-${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="https://github.com/competitoriq/competitoriq"
WORKDIR /app
COPY --chmod=0555 services/${SERVICE}/target/*-runner /app/service
ENV CIQ_BIND=0.0.0.0 CIQ_HTTP_PORT=8080 CIQ_MANAGEMENT_PORT=9000
USER 10001:10001
EXPOSE 8080 9000
ENTRYPOINT ["/app/service", "-Djava.io.tmpdir=/tmp"]
