-- publish.lua: put tickets into Redis. Idempotent per job id.
--   KEYS[1] meta  KEYS[2] index  KEYS[3] marker  KEYS[4..] stream per priority
--   ARGV[1] generation to begin when Redis is empty; '' = do not begin one (only the relay may: it seeds the limiter first)
--   ARGV[2..] triples: job id, priority, host or ''
--   returns {generation or '', number added}
local m, t, mk = KEYS[1], KEYS[2], KEYS[3]
if redis.call('HEXISTS', m, 'gen') == 0 then                 -- Redis is empty
  if ARGV[1] == '' then return {'', 0} end
  redis.call('HSET', m, 'gen', ARGV[1])
  for i = 4, #KEYS do redis.pcall('XGROUP', 'CREATE', KEYS[i], 'w', '0', 'MKSTREAM') end
end
local added = 0
for i = 2, #ARGV, 3 do
  local job, prio = ARGV[i], ARGV[i + 1]
  if redis.call('HEXISTS', t, job) == 0 then
    local id = redis.call('XADD', KEYS[4 + prio], '*', 'j', job, 'h', ARGV[i + 2])
    redis.call('HSET', t, job, prio .. ':' .. id)
    added = added + 1
  end
end
if added > 0 then redis.call('ZADD', mk, 0, '0') end
return {redis.call('HGET', m, 'gen'), added}
