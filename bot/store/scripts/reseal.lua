-- Put a value under another key, if it is still the one that was read; its lifetime stays.
-- KEYS[1]: the row. ARGV: the old value, the new one, "list" where the value is one of a list's.
-- Returns 1 replaced, 0 somebody wrote first.
if ARGV[3] == 'list' then
  local at = redis.call('LPOS', KEYS[1], ARGV[1])
  if not at then return 0 end
  redis.call('LSET', KEYS[1], at, ARGV[2])
  return 1
end
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', redis.call('PTTL', KEYS[1]))
return 1
