-- A move is over. KEYS: what was being moved. ARGV: its number; of another move nothing is dropped.
if (redis.call('HGET', KEYS[1], 'move') or '') == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1
