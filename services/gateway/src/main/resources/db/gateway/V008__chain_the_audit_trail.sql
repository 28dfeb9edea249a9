-- The trail becomes tamper-evident: every row carries its place in a chain, the hash of the row before it and its own. One chain per
-- workspace and one for the door (rows without a workspace), so that workspaces do not wait for each other. ADR 30 has the canonical form.

-- Where each chain ends. Its row is what serialises a chain: locked from the insert to the end of the transaction.
create table audit_head (
  chain    uuid primary key,
  sequence bigint not null check (sequence >= 0),
  hash     text not null check (hash ~ '^[0-9a-f]{64}$')
);
alter table audit_head enable row level security;
create policy audit_head_workspace on audit_head for select
  using (chain = nullif(current_setting('ciq.workspace', true), '')::uuid);
revoke insert, update, delete on audit_head from ciq_gateway;

-- What may have to be erased one day (where a person came from, what they named) is not hashed itself: the chain holds a digest with a
-- salt of 122 random bits. Without the salt, nobody finds an address by trying all of them, and the chain stays whole.
alter table audit_entry
  alter column address drop not null,
  add column chain uuid,
  add column sequence bigint,
  add column previous_hash text,
  add column hash text,
  add column origin_salt text,
  add column origin_digest text,
  add column detail_salt text,
  add column detail_digest text;

create function audit_field(p_value text) returns text
language sql immutable as $$
  select case when p_value is null then E'-\n' else octet_length(convert_to(p_value, 'UTF8')) || ':' || p_value || E'\n' end;
$$;

create function audit_digest(p_text text) returns text
language sql immutable as $$ select encode(sha256(convert_to(p_text, 'UTF8')), 'hex'); $$;

-- The row with its salts, digests and hash, as the next of its chain.
create function sealed_audit_entry(p_entry audit_entry, p_head audit_head) returns audit_entry
language plpgsql volatile set search_path = gateway, pg_temp as $$
begin
  p_entry.chain := p_head.chain;
  p_entry.sequence := p_head.sequence + 1;
  p_entry.previous_hash := p_head.hash;
  p_entry.origin_salt := gen_random_uuid();
  p_entry.detail_salt := gen_random_uuid();
  p_entry.origin_digest := audit_digest(audit_field(p_entry.origin_salt) || audit_field(p_entry.address) || audit_field(p_entry.user_agent));
  p_entry.detail_digest := audit_digest(audit_field(p_entry.detail_salt) || audit_field(p_entry.subject)
    || audit_field(p_entry.state_before) || audit_field(p_entry.state_after));
  p_entry.hash := audit_digest(E'ciq-audit-1\n' || audit_field(p_entry.chain::text) || audit_field(p_entry.sequence::text)
    || audit_field(p_entry.previous_hash) || audit_field(p_entry.id::text) || audit_field(p_entry.workspace_id::text)
    || audit_field(p_entry.account_id::text) || audit_field(p_entry.action) || audit_field(p_entry.trace_id)
    || audit_field(((extract(epoch from p_entry.created_at) * 1000000)::bigint)::text)
    || audit_field(p_entry.origin_digest) || audit_field(p_entry.detail_digest));
  return p_entry;
end $$;

-- As the owner, so that the application can neither choose a row's place nor skip it.
create function seal_audit_entry() returns trigger
language plpgsql security definer set search_path = gateway, pg_temp as $$
declare
  v_chain uuid := coalesce(new.workspace_id, '00000000-0000-0000-0000-000000000000');
  v_head audit_head;
begin
  select * into v_head from audit_head where chain = v_chain for update;
  if not found then
    insert into audit_head (chain, sequence, hash) values (v_chain, 0, repeat('0', 64)) on conflict do nothing;
    select * into v_head from audit_head where chain = v_chain for update;
  end if;
  new := sealed_audit_entry(new, v_head);
  update audit_head set sequence = new.sequence, hash = new.hash where chain = v_chain;
  return new;
end $$;

-- Rows from before. A head is written once per chain: a row that is updated again and again in one transaction becomes slower each time.
do $$
declare
  v_entry audit_entry;
  v_head audit_head;
  v_chain uuid;
begin
  for v_entry in select * from audit_entry order by workspace_id nulls first, id loop
    v_chain := coalesce(v_entry.workspace_id, '00000000-0000-0000-0000-000000000000');
    if v_head.chain is distinct from v_chain then
      if v_head.chain is not null then
        insert into audit_head select v_head.*;
      end if;
      v_head := row (v_chain, 0, repeat('0', 64));
    end if;
    v_entry := sealed_audit_entry(v_entry, v_head);
    update audit_entry set chain = v_entry.chain, sequence = v_entry.sequence, previous_hash = v_entry.previous_hash,
        hash = v_entry.hash, origin_salt = v_entry.origin_salt, origin_digest = v_entry.origin_digest,
        detail_salt = v_entry.detail_salt, detail_digest = v_entry.detail_digest
      where id = v_entry.id;
    v_head.sequence := v_entry.sequence;
    v_head.hash := v_entry.hash;
  end loop;
  if v_head.chain is not null then
    insert into audit_head select v_head.*;
  end if;
end $$;

alter table audit_entry
  alter column chain set not null,
  alter column sequence set not null,
  alter column previous_hash set not null,
  alter column hash set not null,
  alter column origin_digest set not null,
  alter column detail_digest set not null,
  add constraint audit_entry_place unique (chain, sequence);

create trigger audit_entry_seal before insert on audit_entry for each row execute function seal_audit_entry();

-- Nobody changes a row, not even the owner of the table. The one thing allowed is forgetting: what a person left is blanked together
-- with its salt, and the digests, the hash and everything else stay as they are.
create function refuse_audit_change() returns trigger
language plpgsql set search_path = gateway, pg_temp as $$
declare
  v_allowed audit_entry;
begin
  if tg_op = 'UPDATE' then
    v_allowed := old;
    if new.origin_salt is null then
      v_allowed.origin_salt := null;
      v_allowed.address := null;
      v_allowed.user_agent := null;
    end if;
    if new.detail_salt is null then
      v_allowed.detail_salt := null;
      v_allowed.subject := null;
      v_allowed.state_before := null;
      v_allowed.state_after := null;
    end if;
    if new is not distinct from v_allowed then
      return new;
    end if;
  end if;
  raise exception 'the audit trail is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_refuse_change before update or delete on audit_entry
  for each row execute function refuse_audit_change();
create trigger audit_entry_refuse_truncate before truncate on audit_entry
  for each statement execute function refuse_audit_change();
create trigger audit_head_refuse_delete before delete on audit_head
  for each row execute function refuse_audit_change();
create trigger audit_head_refuse_truncate before truncate on audit_head
  for each statement execute function refuse_audit_change();

-- For the check of all chains, the door's among them, which belongs to no workspace. Past row-level security, and only to be read.
-- One statement, so head and count are of the same moment: a row and its head are written by one transaction.
create function audit_chains(p_chain uuid default null)
returns table (chain uuid, sequence bigint, hash text, entries bigint)
language sql stable security definer set search_path = gateway, pg_temp as $$
  select c.chain, coalesce(h.sequence, 0), coalesce(h.hash, repeat('0', 64)), c.entries
    from (select b.chain, sum(b.entries)::bigint as entries
            from (select e.chain, count(*) as entries from audit_entry e
                   where p_chain is null or e.chain = p_chain group by e.chain
                  union all select a.chain, 0 from audit_head a where p_chain is null or a.chain = p_chain) b
           group by b.chain) c
    left join audit_head h on h.chain = c.chain;
$$;
create function audit_chain_rows(p_chain uuid, p_after bigint, p_to bigint, p_limit integer) returns setof audit_entry
language sql stable security definer set search_path = gateway, pg_temp as $$
  select * from audit_entry where chain = p_chain and sequence > p_after and sequence <= p_to
    order by sequence limit least(p_limit, 5000);
$$;

-- Forgets a person: where their acts came from, and details that name their address. Answers how many rows were blanked.
create function forget_audit_person(p_account_id uuid, p_email text) returns bigint
language plpgsql volatile security definer set search_path = gateway, pg_temp as $$
declare
  v_origins bigint;
  v_details bigint;
begin
  update audit_entry set origin_salt = null, address = null, user_agent = null
    where account_id = p_account_id and origin_salt is not null;
  get diagnostics v_origins = row_count;
  update audit_entry set detail_salt = null, subject = null, state_before = null, state_after = null
    where detail_salt is not null
      and lower(' ' || concat_ws(' ', subject, state_before, state_after) || ' ')
        ~ ('[^a-z0-9._%+-]' || regexp_replace(lower(p_email), '([^a-z0-9])', '\\\1', 'g') || '[^a-z0-9_-]');
  get diagnostics v_details = row_count;
  return v_origins + v_details;
end $$;

create index audit_entry_account_id on audit_entry (account_id, sequence) where account_id is not null;
