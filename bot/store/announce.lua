-- The highest turn that was announced, the life that it belongs to, and marks of what was taken
-- out (`take.lua`), which stay within a life. KEYS[1]: the row; ARGV: turn, lifetime in ms, life.
local value = redis.call('GET', KEYS[1]) or ''
local before, life, marks = string.match(value, '^(%d+) ?(%x*)(.*)$')
local turn = math.max(tonumber(before) or 0, tonumber(ARGV[1]))
if life ~= ARGV[3] then marks = '' end
redis.call('SET', KEYS[1], string.format('%d %s%s', turn, ARGV[3], marks), 'PX', ARGV[2])
return turn
