-- Remember a row as taken out; `row` is the one of `raise_mark.lua`. A mark of another life (`own`), or
-- one that isn't newer, changes nothing. Returns 1 remembered, 0 not.
local function acknowledge(row, stream, mark, own)
  local value = redis.call('GET', row) or ''
  local turn, life, marks = string.match(value, '^(%d+) (%x+)(.*)$')
  if life ~= own then return 0 end
  local same = ' ' .. stream .. '%x+'
  local old = string.match(marks, same)
  if old then
    old = string.sub(old, 3)
    local before, now = string.sub(old, 1, 8), string.sub(mark, 1, 8)
    if before > now then return 0 end
    if string.sub(old, 1, 16) == string.sub(mark, 1, 16) and old >= mark then return 0 end
  end
  marks = string.gsub(marks, same, '') .. ' ' .. stream .. mark
  -- A full server lets a script go on that has written; else what was sent would be sent again.
  redis.call('PEXPIRE', row, redis.call('PTTL', row))
  redis.call('SET', row, turn .. ' ' .. life .. marks, 'KEEPTTL')
  return 1
end
