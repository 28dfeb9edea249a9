{{/* Environment of a part, as JSON {env: [...]}. Secrets come by reference only. */}}
{{- define "ciq.secretEnv" -}}
{{ dict "name" .name "valueFrom" (dict "secretKeyRef" (dict "name" .secret "key" .key)) | toJson }}
{{- end }}

{{- define "ciq.environment" -}}
{{- $v := .root.Values -}}
{{- $env := list -}}
{{- range $name, $value := dict
    "CIQ_BIND" "0.0.0.0"
    "CIQ_HTTP_PORT" "8080"
    "CIQ_MANAGEMENT_PORT" "9000"
    "CIQ_DB_URL" (printf "postgresql://%s:%d/%s?sslmode=%s" $v.database.host (int $v.database.port) $v.database.name $v.database.sslMode)
    "QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE" (toString .settings.pool)
    "CIQ_JOBS_WORKERS" (toString .jobs)
    "CIQ_COMPETITORS_URL" (include "ciq.address" (dict "root" .root "service" "competitors"))
    "CIQ_CRAWL_URL" (include "ciq.address" (dict "root" .root "service" "crawl"))
    "CIQ_PROCESS_URL" (include "ciq.address" (dict "root" .root "service" "process"))
    "CIQ_ANALYSIS_URL" (include "ciq.address" (dict "root" .root "service" "analysis")) -}}
{{- $env = append $env (dict "name" $name "value" $value) -}}
{{- end -}}
{{- if $v.database.caConfigMap }}{{ $env = concat $env (list
    (dict "name" "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM" "value" "true")
    (dict "name" "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS" "value" "/srv/database/ca.crt")
    (dict "name" "QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM" "value" (ternary "HTTPS" "NONE" (eq $v.database.sslMode "verify-full")))) }}{{ end -}}
{{- with $v.traces.endpoint }}{{ $env = concat $env (list (dict "name" "OTEL_EXPORTER_OTLP_ENDPOINT" "value" .) (dict "name" "CIQ_TRACES_SHARE" "value" (toString $v.traces.share))) }}{{ end -}}
{{- with $v.publicUrl }}{{ $env = append $env (dict "name" "CIQ_PUBLIC_URL" "value" .) }}{{ end -}}
{{- $secret := dict "name" "CIQ_DB_PASSWORD" "secret" $v.database.existingSecret "key" $v.database.keys.password -}}
{{- $env = append $env (include "ciq.secretEnv" $secret | fromJson) -}}
{{- $env = append $env (include "ciq.secretEnv" (dict "name" "CIQ_SERVICE_SECRET" "secret" $v.secrets.existingSecret "key" $v.secrets.keys.service) | fromJson) -}}
{{- if $v.redis.existingSecret -}}
{{- $env = append $env (include "ciq.secretEnv" (dict "name" "CIQ_REDIS_URL" "secret" $v.redis.existingSecret "key" $v.redis.key) | fromJson) -}}
{{- else -}}
{{- $env = append $env (dict "name" "CIQ_REDIS_URL" "value" $v.redis.url) -}}
{{- end -}}
{{- if has .service (list "gateway" "crawl" "analysis") -}}
{{- $env = append $env (include "ciq.secretEnv" (dict "name" "CIQ_SECRET_KEYS" "secret" $v.secrets.existingSecret "key" $v.secrets.keys.seal) | fromJson) -}}
{{- end -}}
{{- if eq .service "gateway" -}}
{{- $env = append $env (dict "name" "CIQ_GATEWAY_AUTH_MODE" "value" $v.auth.mode) -}}
{{- if eq $v.auth.mode "oidc" -}}
{{- $env = append $env (dict "name" "CIQ_GATEWAY_AUTH_OIDC_ISSUER" "value" $v.auth.oidc.issuer) -}}
{{- $env = append $env (dict "name" "CIQ_GATEWAY_AUTH_OIDC_CLIENT_ID" "value" $v.auth.oidc.clientId) -}}
{{- $env = append $env (include "ciq.secretEnv" (dict "name" "CIQ_GATEWAY_AUTH_OIDC_CLIENT_SECRET" "secret" $v.auth.oidc.existingSecret "key" $v.auth.oidc.key) | fromJson) -}}
{{- end -}}
{{- if or $v.ingress.enabled $v.web.enabled -}}
{{- $env = concat $env (list
    (dict "name" "CIQ_BEHIND_PROXY" "value" "true")
    (dict "name" "CIQ_TRUSTED_PROXIES" "value" (join "," $v.ingress.trustedProxies))) -}}
{{- end -}}
{{- end -}}
{{- if and $v.mail.host (has .service (list "gateway" "analysis")) -}}
{{- $env = concat $env (list
    (dict "name" "CIQ_SMTP_HOST" "value" $v.mail.host)
    (dict "name" "CIQ_SMTP_PORT" "value" (toString $v.mail.port))
    (dict "name" "CIQ_SMTP_START_TLS" "value" $v.mail.startTls)
    (dict "name" "CIQ_MAIL_FROM" "value" $v.mail.from)) -}}
{{- if $v.mail.existingSecret -}}
{{- $env = append $env (include "ciq.secretEnv" (dict "name" "CIQ_SMTP_USERNAME" "secret" $v.mail.existingSecret "key" $v.mail.keys.username) | fromJson) -}}
{{- $env = append $env (include "ciq.secretEnv" (dict "name" "CIQ_SMTP_PASSWORD" "secret" $v.mail.existingSecret "key" $v.mail.keys.password) | fromJson) -}}
{{- end -}}
{{- end -}}
{{- if eq .service "analysis" -}}
{{- $env = append $env (dict "name" "CIQ_ANALYSIS_MODEL_ENABLED" "value" (toString $v.model.enabled)) -}}
{{- if $v.model.enabled -}}
{{- $env = append $env (dict "name" "CIQ_ANALYSIS_MODEL_BASE_URL" "value" $v.model.baseUrl) -}}
{{- $env = append $env (dict "name" "CIQ_ANALYSIS_MODEL_NAME" "value" $v.model.name) -}}
{{- with $v.model.existingSecret }}{{ $env = append $env (include "ciq.secretEnv" (dict "name" "CIQ_ANALYSIS_MODEL_API_KEY" "secret" . "key" $v.model.key) | fromJson) }}{{ end -}}
{{- end -}}
{{- end -}}
{{- $env = concat $env $v.extraEnv -}}
{{ dict "env" $env | toJson }}
{{- end }}
