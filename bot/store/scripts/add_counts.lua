-- Adds what a move brings to a day, once. KEYS: the day, the mark of this move at this day. ARGV: the
-- lifetimes of both in ms; then fields, each with how many more. Returns 1 added, 0 it was before.
if not redis.call('SET', KEYS[2], '1', 'NX', 'PX', ARGV[2]) then return 0 end
for n = 3, #ARGV, 2 do redis.call('HINCRBY', KEYS[1], ARGV[n], ARGV[n + 1]) end
redis.call('PEXPIRE', KEYS[1], ARGV[1])
return 1
