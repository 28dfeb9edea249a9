-- take-request.lua: takes one request from each bucket, or none from any (GCRA: a bucket is the time at which it is full again).
--   KEYS[i] bucket  ARGV[2i-1] milliseconds until one request comes back  ARGV[2i] burst
--   returns per bucket: left after this one, milliseconds until it has one, milliseconds until it is full
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local full, answer, refused = {}, {}, false
for i, key in ipairs(KEYS) do
  local every, burst = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
  full[i] = math.max(now, tonumber(redis.call('GET', key) or now))
  if full[i] + every - burst * every > now then refused = true end
end
for i, key in ipairs(KEYS) do
  local every, burst = tonumber(ARGV[2 * i - 1]), tonumber(ARGV[2 * i])
  local wait = math.max(0, math.ceil(full[i] + every - burst * every - now))
  if not refused then
    full[i] = full[i] + every
    redis.call('SET', key, string.format('%.3f', full[i]), 'PX', math.ceil(full[i] - now) + 1000)
  end
  table.insert(answer, math.max(0, math.floor((burst * every - (full[i] - now)) / every + 0.000001)))
  table.insert(answer, wait)
  table.insert(answer, math.ceil(full[i] - now))
end
return answer
