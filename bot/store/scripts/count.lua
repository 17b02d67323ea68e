-- What turns have counted since the last move. KEYS: the open counts. ARGV: the number of the move
-- that will take them, for the first of them; the lifetime in ms; then fields, one more of each.
redis.call('HSETNX', KEYS[1], 'move', ARGV[1])
for n = 3, #ARGV do redis.call('HINCRBY', KEYS[1], ARGV[n], 1) end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return 1
