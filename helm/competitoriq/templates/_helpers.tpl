{{/* Labels that select a part of a service. Never changed: a Deployment's selector cannot be. */}}
{{- define "ciq.selector" -}}
app.kubernetes.io/name: {{ .service }}
app.kubernetes.io/component: {{ .part }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "ciq.labels" -}}
{{ include "ciq.selector" . }}
app.kubernetes.io/part-of: competitoriq
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{/* Names stay under the 63 characters of a DNS label with the suffixes of what Kubernetes makes of them. */}}
{{- define "ciq.name" -}}
{{- $full := printf "%s-%s" .root.Release.Name .service -}}
{{- if eq .part "worker" }}{{ $full = printf "%s-worker" $full }}{{ end -}}
{{ $full | trunc 52 | trimSuffix "-" }}
{{- end }}

{{- define "ciq.image" -}}
{{- $image := .root.Values.image -}}
{{- $digest := get $image.digests .image -}}
{{ with $image.registry }}{{ . }}/{{ end }}{{ $image.repository }}/{{ .image }}{{ if $digest }}@{{ $digest }}{{ else }}:{{ $image.tag | default .root.Chart.AppVersion }}{{ end }}
{{- end }}

{{- define "ciq.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "ciq.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
capabilities: {drop: [ALL]}
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{/* Who vouches for the database's certificate, as a file of the pods that ask it. */}}
{{- define "ciq.authorityMount" -}}
{{- $mounts := list -}}
{{- if .Values.database.caConfigMap }}{{ $mounts = append $mounts (dict "name" "authority" "mountPath" "/srv/database" "readOnly" true) }}{{ end -}}
{{ toJson $mounts }}
{{- end }}

{{- define "ciq.authorityVolume" -}}
{{- $volumes := list -}}
{{- with .Values.database.caConfigMap }}{{ $volumes = append $volumes (dict "name" "authority" "configMap" (dict "name" . "items" (list (dict "key" "ca.crt" "path" "ca.crt")))) }}{{ end -}}
{{ toJson $volumes }}
{{- end }}

{{- define "ciq.address" -}}
http://{{ include "ciq.name" (dict "root" .root "service" .service "part" "api") }}:8080
{{- end }}

{{/* The parts that run: a list of dicts {service, part, settings, queues, jobs}. jobs: this part runs the workers. */}}
{{- define "ciq.parts" -}}
{{- $parts := list -}}
{{- range $service, $of := .Values.services -}}
{{- $separate := and $of.worker $of.worker.separate -}}
{{- $parts = append $parts (dict "service" $service "part" "api" "settings" $of.api "queues" (list) "jobs" (and (hasKey $of "queues") (not $separate))) -}}
{{- if $separate -}}
{{- $parts = append $parts (dict "service" $service "part" "worker" "settings" $of.worker "queues" $of.queues "jobs" true) -}}
{{- end -}}
{{- end -}}
{{ dict "parts" $parts | toJson }}
{{- end }}

{{- define "ciq.scales" -}}
{{- if and (ne .root.Values.autoscaling.engine "none") (gt (int .settings.maxReplicas) (int .settings.minReplicas)) }}yes{{ end -}}
{{- end }}

{{/* The least number of pods a part has at any time. */}}
{{- define "ciq.least" -}}
{{- if or (include "ciq.scales" .) (gt (int .settings.minReplicas) (int .settings.replicas)) }}{{ .settings.minReplicas }}{{ else }}{{ .settings.replicas }}{{ end -}}
{{- end }}
