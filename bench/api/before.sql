insert into competitors.competitor (id, workspace_id, name, domain, url, created_at, updated_at)
select id, :workspace, 'Company ' || n, 'company' || n || '.invalid', 'https://company' || n || '.invalid/',
  now() - n * interval '1 hour', now() - n * interval '1 hour'
from unnest(:competitors) with ordinality as c (id, n);
