-- Keeps of a list its first elements and the latest, and at most `room` bytes of them (0: however many),
-- a third of these at the head. Returns how long it was, and how many it lost. Stands before every script
-- that calls it.
local function thin(key, first, most, room)
  local length = redis.call('LLEN', key)
  local lost = math.max(0, length - most)
  for n = 1, lost do
    redis.call('LSET', key, first, '')  -- which counts from 0
    redis.call('LREM', key, 1, '')
  end
  if room > 0 then
    local all = redis.call('LRANGE', key, 0, -1)
    local from, head, to, tail = 0, 0, #all, 0
    while from < #all and head + #all[from + 1] <= room / 3 do
      from, head = from + 1, head + #all[from + 1]
    end
    while to > from and head + tail + #all[to] <= room do
      tail, to = tail + #all[to], to - 1
    end
    for n = from, to - 1 do redis.call('LSET', key, n, '') end
    if to > from then redis.call('LREM', key, 0, '') end
    lost = lost + to - from
  end
  return length, lost
end
