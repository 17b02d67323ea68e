-- Append an entry to a day of the audit, if its last one is still the one that was read.
-- KEYS: the day's list, a fresh one. ARGV: the last entry as it was read ("" for none), the entry,
-- the lifetime in ms. Returns 1 appended, 0 not.
-- A day begins as a list of its own that gets its lifetime and is then renamed: so the desk's user
-- needs no right to set a lifetime, and with it an end, to a day that is there.
local last = redis.call('LINDEX', KEYS[1], -1) or ''
if last ~= ARGV[1] then return 0 end
if last == '' then
  redis.call('RPUSH', KEYS[2], ARGV[2])
  redis.call('PEXPIRE', KEYS[2], ARGV[3])
  return redis.call('RENAMENX', KEYS[2], KEYS[1])
end
redis.call('RPUSH', KEYS[1], ARGV[2])
return 1
