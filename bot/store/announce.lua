-- The highest turn that was announced. KEYS[1]: the row; ARGV: the turn, its lifetime in ms.
local before = tonumber(redis.call('GET', KEYS[1]) or '0')
local turn = math.max(before or 0, tonumber(ARGV[1]))
redis.call('SET', KEYS[1], string.format('%d', turn), 'PX', ARGV[2])
return turn
