-- A write is about to happen, with a key that is still there. KEYS: the row that holds the key, the
-- row that `announce` writes; then, where a ticket is open, the key lent to the desk and the memo.
-- ARGV: the first row as it was read, the least it lives in ms or "" to leave that alone; turn,
-- lifetime in ms, life; then the key lent, the memo, the lifetime of both in ms.
-- Returns 1; 0 where the key isn't the one that was read: then nothing was written.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] ~= '' and redis.call('PTTL', KEYS[1]) < tonumber(ARGV[2]) then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
announce(KEYS[2], ARGV[3], ARGV[4], ARGV[5])
if KEYS[3] then
  redis.call('SET', KEYS[3], ARGV[6], 'PX', ARGV[8])
  redis.call('SET', KEYS[4], ARGV[7], 'PX', ARGV[8])
end
return 1
