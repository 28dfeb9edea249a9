-- What a webhook's requests look like: our own envelope, or a CloudEvent. Other kinds of channel have one form each.

alter table channel
  add column format text not null default 'STANDARD' check (format in ('STANDARD', 'CLOUDEVENTS')),
  add constraint channel_format_kind check (kind = 'WEBHOOK' or format = 'STANDARD');
