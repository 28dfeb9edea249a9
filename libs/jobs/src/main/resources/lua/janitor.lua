-- janitor.lua: tickets handed out but never acknowledged (worker died before its claim) go back; dead consumers without tickets go away.
--   KEYS[1] index  KEYS[2..] stream per priority
--   ARGV[1] ticket idle ms  ARGV[2] consumer idle ms
--   returns number of tickets given back, -1 when Redis is empty
local moved = 0
for k = 2, #KEYS do
  local s = KEYS[k]
  local got = redis.pcall('XAUTOCLAIM', s, 'w', 'janitor', ARGV[1], '0-0', 'COUNT', 100)
  if got.err then return -1 end
  for _, e in ipairs(got[2]) do
    local job, ref = e[2][2], (k - 2) .. ':' .. e[1]
    redis.call('XACK', s, 'w', e[1]); redis.call('XDEL', s, e[1])
    if redis.call('HGET', KEYS[1], job) == ref then
      redis.call('HSET', KEYS[1], job, (k - 2) .. ':' .. redis.call('XADD', s, '*', 'j', job, 'h', e[2][4])); moved = moved + 1
    end
  end
  for _, c in ipairs(redis.call('XINFO', 'CONSUMERS', s, 'w')) do          -- {name, n, pending, p, idle, ms, ...}
    if c[4] == 0 and c[6] > tonumber(ARGV[2]) then redis.call('XGROUP', 'DELCONSUMER', s, 'w', c[2]) end
  end
end
return moved
