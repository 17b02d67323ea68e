-- A write is about to happen, with a key that is still there. KEYS: the row that holds the key, the
-- row of `announce.lua`; then, where a ticket is open, the key lent to the desk and the memo.
-- ARGV: the first row as it was read, the least it lives in ms or "" to leave that alone; turn,
-- lifetime in ms, life; then the key lent, the memo, the lifetime of both in ms.
-- Returns 1; 0 where the key isn't the one that was read: then nothing was written.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] ~= '' and redis.call('PTTL', KEYS[1]) < tonumber(ARGV[2]) then
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
end
local value = redis.call('GET', KEYS[2]) or ''
local before, life, marks = string.match(value, '^(%d+) ?(%x*)(.*)$')
local turn = math.max(tonumber(before) or 0, tonumber(ARGV[3]))
if life ~= ARGV[5] then marks = '' end
redis.call('SET', KEYS[2], string.format('%d %s%s', turn, ARGV[5], marks), 'PX', ARGV[4])
if KEYS[3] then
  redis.call('SET', KEYS[3], ARGV[6], 'PX', ARGV[8])
  redis.call('SET', KEYS[4], ARGV[7], 'PX', ARGV[8])
end
return 1
