-- What was said in a ticket: a hash of sealed lines by number; `d` and a number: what became of that
-- message, a letter; `bytes`: of all lines; `lost`: how many there was no room for. Stands before every
-- script that calls it.
local function add_line(key, id, sealed, most, state)
  local old = redis.call('HGET', key, id)
  redis.call('HSET', key, id, sealed)
  if state ~= '' then redis.call('HSET', key, 'd' .. id, state) end
  local bytes = redis.call('HINCRBY', key, 'bytes', #sealed - (old and #old or 0))
  if bytes <= most then return end
  local ids = {}
  for _, name in ipairs(redis.call('HKEYS', key)) do
    if tonumber(name) then ids[#ids + 1] = name end
  end
  table.sort(ids, function(one, other) return tonumber(one) < tonumber(other) end)
  for n = 1, #ids - 1 do  -- more than must be, so that the next lines needn't
    if bytes <= most * 7 / 8 then break end
    bytes = bytes - #redis.call('HGET', key, ids[n])
    redis.call('HDEL', key, ids[n], 'd' .. ids[n])
    redis.call('HINCRBY', key, 'lost', 1)
  end
  redis.call('HSET', key, 'bytes', bytes)
end

-- What became of a message, if its line is there; returns whether it is.
local function delivered(key, id, state)
  if not redis.call('HGET', key, 'd' .. id) then return false end
  redis.call('HSET', key, 'd' .. id, state)
  return true
end

-- The same of all that still wait.
local function undelivered(key, state)
  local found = redis.call('HGETALL', key)
  local any = false
  for n = 1, #found, 2 do
    if string.sub(found[n], 1, 1) == 'd' and found[n + 1] == 'w' then
      redis.call('HSET', key, found[n], state)
      any = true
    end
  end
  return any
end
