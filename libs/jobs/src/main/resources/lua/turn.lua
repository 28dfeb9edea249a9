-- turn.lua: one round trip of a worker: acknowledge tickets, then take up to `want` new ones.
--   KEYS[1] meta  KEYS[2] index  KEYS[3] marker  KEYS[4] deferred  KEYS[5] starts  KEYS[6] hosts  KEYS[7..] stream per priority
--   ARGV[1] worker  ARGV[2] want  ARGV[3] limit  ARGV[4] window ms  ARGV[5] host delay ms
--   ARGV[6..] triples to acknowledge: job id, 'prio:entry', '1' claimed | '0' void
--   returns {generation or '' (emptied Redis), ms to wait, job id, 'prio:entry', ...}
local m, t, mk, z, r, hosts = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5], KEYS[6]
local worker, want, limit, window, gap = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])
local function stream(ref) local p = string.find(ref, ':', 1, true); return KEYS[7 + string.sub(ref, 1, p - 1)], string.sub(ref, p + 1) end
local function drop(job, ref)                                -- a ticket is done with; a newer ticket of the job stays
  local s, id = stream(ref)
  redis.call('XACK', s, 'w', id); redis.call('XDEL', s, id)
  if redis.call('HGET', t, job) == ref then redis.call('HDEL', t, job) end
end
local gen = redis.call('HGET', m, 'gen')
if not gen then return {'', 0} end                           -- emptied Redis: caller has the relay refill it
for from = 6, #ARGV, 3 * 500 do                              -- what was claimed or void: a call for many, not four for each
  local jobs, refs, entries, gone = {}, {}, {}, {}
  for i = from, math.min(#ARGV, from + 3 * 500 - 1), 3 do
    local s, id = stream(ARGV[i + 1])
    entries[s] = entries[s] or {}
    table.insert(entries[s], id); table.insert(jobs, ARGV[i]); table.insert(refs, ARGV[i + 1])
    if ARGV[i + 2] == '0' then redis.call('ZREM', r, ARGV[i + 1]) end      -- nothing started: give the permit back
  end
  for s, ids in pairs(entries) do redis.call('XACK', s, 'w', unpack(ids)); redis.call('XDEL', s, unpack(ids)) end
  local lie = redis.call('HMGET', t, unpack(jobs))
  for i, job in ipairs(jobs) do
    if lie[i] == refs[i] then table.insert(gone, job) end      -- a newer ticket of the job stays
  end
  if #gone > 0 then redis.call('HDEL', t, unpack(gone)) end
end
if want == 0 then return {gen, 0} end
if redis.call('HEXISTS', m, 'paused') == 1 then return {gen, 5000} end
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
for _, v in ipairs(redis.call('ZRANGE', z, '-inf', now, 'BYSCORE', 'LIMIT', 0, 100)) do   -- deferred tickets now due; v = prio:job:host
  local prio, job, host = string.match(v, '^(%d+):([^:]*):(.*)$')
  redis.call('ZREM', z, v)
  local id = redis.call('XADD', KEYS[7 + prio], '*', 'j', job, 'h', host)
  redis.call('HSET', t, job, prio .. ':' .. id)
end
local take = want
if limit > 0 then                                            -- exact sliding window: never more than `limit` starts in any window
  redis.call('ZREMRANGEBYSCORE', r, '-inf', now - window)
  take = math.min(want, limit - redis.call('ZCARD', r))
  if take <= 0 then
    local oldest = redis.call('ZRANGE', r, 0, 0, 'WITHSCORES')
    return {gen, math.max(1, tonumber(oldest[2]) + window - now + 1)}
  end
end
local out, n, seen, prio = {gen, 0}, 0, 0, 0
while n < take and seen < 200 and KEYS[7 + prio] do
  local x = redis.call('XREADGROUP', 'GROUP', 'w', worker, 'COUNT', take - n, 'STREAMS', KEYS[7 + prio], '>')
  if not x then prio = prio + 1 else
    for _, e in ipairs(x[1][2]) do
      seen = seen + 1
      local ref, job, host = prio .. ':' .. e[1], e[2][2], e[2][4]
      local free = host ~= '' and gap > 0 and tonumber(redis.call('ZSCORE', hosts, host) or 0) or 0
      if free > now then                                     -- this host was visited too recently: come back later
        drop(job, ref)
        redis.call('ZADD', z, free, prio .. ':' .. job .. ':' .. host)
        redis.call('HSET', t, job, 'z')
      else
        if host ~= '' and gap > 0 then redis.call('ZADD', hosts, now + gap, host) end
        if limit > 0 then redis.call('ZADD', r, now, ref) end
        n = n + 1; out[#out + 1] = job; out[#out + 1] = ref
      end
    end
  end
end
if gap > 0 then redis.call('ZREMRANGEBYSCORE', hosts, '-inf', now) end
if n == take then redis.call('ZADD', mk, 0, '0')             -- perhaps more: wake one more worker
elseif seen >= 200 then out[2] = 1                              -- only deferrals so far: come again at once
elseif n == 0 then
  local due = redis.call('ZRANGE', z, 0, 0, 'WITHSCORES')
  out[2] = due[2] and math.max(1, math.min(5000, tonumber(due[2]) - now)) or 5000
end
return out
