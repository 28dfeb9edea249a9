# Brings the database up to date and ends: what Helm runs before a release. Build the project first.
#   docker build -f deploy/docker/migrator.Dockerfile -t competitoriq/migrator .
ARG BASE=eclipse-temurin:25-jre
FROM ${BASE}
LABEL org.opencontainers.image.title="competitoriq-migrator" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="https://github.com/competitoriq/competitoriq"
WORKDIR /app
# The services' jars are here for their migrations.
COPY local/target/lib/ciq-*.jar local/target/lib/flyway-*.jar local/target/lib/postgresql-*.jar local/target/lib/jackson-*.jar \
     local/target/lib/jspecify-*.jar lib/
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 -XX:TieredStopAtLevel=1 -Djava.io.tmpdir=/tmp"
USER 10001:10001
ENTRYPOINT ["java", "-cp", "lib/*", "io.competitoriq.schema.SchemaMigrator"]
