-- Keeps of a list its first elements and the latest. Returns how long it was, and how many it lost.
-- Stands before every script that calls it.
local function thin(key, first, most)
  local length = redis.call('LLEN', key)
  local lost = math.max(0, length - most)
  for n = 1, lost do
    redis.call('LSET', key, first, '')  -- which counts from 0
    redis.call('LREM', key, 1, '')
  end
  return length, lost
end
