-- Put a value under another key, if it is still the one that was read; its lifetime stays.
-- KEYS[1]: the row. ARGV: "string", "list" or "blob" (the hash field), the old value, the new one.
-- Returns 1 replaced, 0 somebody else wrote first.
local kind, old, new = ARGV[1], ARGV[2], ARGV[3]
if kind == 'string' then
  if redis.call('GET', KEYS[1]) ~= old then return 0 end
  local left = redis.call('PTTL', KEYS[1])
  redis.call('SET', KEYS[1], new, 'PX', left)
elseif kind == 'blob' then
  if redis.call('HGET', KEYS[1], 'blob') ~= old then return 0 end
  redis.call('HSET', KEYS[1], 'blob', new)
else
  local at = redis.call('LPOS', KEYS[1], old)
  if not at then return 0 end
  redis.call('LSET', KEYS[1], at, new)
end
return 1
