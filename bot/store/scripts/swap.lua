-- A row in the place of the one that was read, if that one still stands there. KEYS: the row. ARGV:
-- what was read; what is to stand there; its lifetime in ms. 1 if it was written, else 0.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1
