# nginx in front of the gateways as an image, with the hashed files of the pages (docs/adr/0039). Build the pages first:
#   docker build -f deploy/docker/web.Dockerfile -t competitoriq/web .
# BASE is any image with nginx 1.22 or newer (realip, gzip_static, limit_req), a shell and gzip.
ARG BASE=nginx:1.28
FROM ${BASE}
LABEL org.opencontainers.image.title="competitoriq-web" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="https://github.com/competitoriq/competitoriq"
COPY deploy/nginx/ /srv/nginx/
COPY deploy/docker/web/ /srv/nginx/
COPY web/dist/assets/ /srv/web/assets/
RUN find /srv/web -type f \( -name '*.js' -o -name '*.css' -o -name '*.map' \) -exec gzip -9 -k {} +
USER 10001:10001
EXPOSE 8080
# What is being answered is answered to its end.
STOPSIGNAL SIGQUIT
# The base's own start script wants to write below /etc.
ENTRYPOINT ["nginx", "-e", "stderr", "-p", "/tmp", "-c", "/srv/nginx/nginx.conf", "-g", "daemon off;"]
