-- publish.lua: put tickets into Redis. Idempotent per job id, as long as the job's ticket is really there.
--   KEYS[1] meta  KEYS[2] index  KEYS[3] marker  KEYS[4] deferred  KEYS[5..] stream per priority
--   ARGV[1] generation to begin when Redis is empty; '' = do not begin one (only the relay may: it seeds the limiter first)
--   ARGV[2..] quadruples: job id, priority, host or '', ms until it may be taken
--   returns {generation or '', number added}
local m, t, mk, z = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local function lies(job, prio, host)                         -- the index may outlive a ticket when keys are lost one by one
  local ref = redis.call('HGET', t, job)
  if not ref then return false end
  if ref == 'z' then return redis.call('ZSCORE', z, prio .. ':' .. job .. ':' .. host) end
  local p = string.find(ref, ':', 1, true)
  local id = string.sub(ref, p + 1)
  return #redis.call('XRANGE', KEYS[5 + string.sub(ref, 1, p - 1)], id, id) > 0
end
if redis.call('HEXISTS', m, 'gen') == 0 then                 -- Redis is empty
  if ARGV[1] == '' then return {'', 0} end
  redis.call('HSET', m, 'gen', ARGV[1])
  for i = 5, #KEYS do redis.pcall('XGROUP', 'CREATE', KEYS[i], 'w', '0', 'MKSTREAM') end
end
local added = 0
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
for i = 2, #ARGV, 4 do
  local job, prio, host, wait = ARGV[i], ARGV[i + 1], ARGV[i + 2], tonumber(ARGV[i + 3])
  if not lies(job, prio, host) then
    if wait > 0 then
      redis.call('ZADD', z, now + wait, prio .. ':' .. job .. ':' .. host)
      redis.call('HSET', t, job, 'z')
    else
      redis.call('HSET', t, job, prio .. ':' .. redis.call('XADD', KEYS[5 + prio], '*', 'j', job, 'h', host))
    end
    added = added + 1
  end
end
if added > 0 then redis.call('ZADD', mk, 0, '0') end
return {redis.call('HGET', m, 'gen'), added}
