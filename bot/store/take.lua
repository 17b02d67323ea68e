-- Remember a row as taken out. KEYS[1]: the row of `announce.lua`; ARGV: stream, mark, life.
-- A mark of another life, or one that isn't newer, changes nothing. Returns 1 remembered, 0 not.
local value = redis.call('GET', KEYS[1]) or ''
local turn, life, marks = string.match(value, '^(%d+) (%x+)(.*)$')
if life ~= ARGV[3] then return 0 end
local own = ' ' .. ARGV[1] .. '%x+'
local old = string.match(marks, own)
if old then
  old = string.sub(old, 3)
  local before, now = string.sub(old, 1, 8), string.sub(ARGV[2], 1, 8)
  if before > now then return 0 end
  if string.sub(old, 1, 16) == string.sub(ARGV[2], 1, 16) and old >= ARGV[2] then return 0 end
end
marks = string.gsub(marks, own, '') .. ' ' .. ARGV[1] .. ARGV[2]
redis.call('SET', KEYS[1], turn .. ' ' .. life .. marks, 'KEEPTTL')
return 1
