-- The highest turn that was announced, the life that it belongs to, and marks of what was taken
-- out (`acknowledge.lua`), which stay within a life. Stands before every script that announces.
local function raise_mark(row, raised, lifetime, own)
  local value = redis.call('GET', row) or ''
  local before, life, marks = string.match(value, '^(%d+) ?(%x*)(.*)$')
  local turn = math.max(tonumber(before) or 0, tonumber(raised))
  if life ~= own then marks = '' end
  redis.call('SET', row, string.format('%d %s%s', turn, own, marks), 'PX', lifetime)
  return turn
end
