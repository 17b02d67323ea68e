-- A write is about to happen, with keys that are still there. Stands after `raise_mark.lua`.
-- keys: the rows that hold the keys; the row that `raise_mark` writes; then, where a ticket is open,
-- the key lent to the desk and the snapshot. args: how many rows hold keys; for each, as it was read,
-- and the least it lives in ms or "" to leave that alone; turn, lifetime in ms, life; then the key
-- lent, the snapshot, the lifetime of both in ms; last "frees" where the turn frees memory, else "".

-- Whether the keys are the ones that were read.
local function lies(keys, args)
  for n = 1, tonumber(args[1]) do
    if redis.call('GET', keys[n]) ~= args[2 * n] then return false end
  end
  return true
end

-- What takes memory comes first: once a script has written, a server that is full lets it go on. For a
-- turn that frees memory it does so at once.
local function begin(keys, args)
  local held = tonumber(args[1])
  local at = 2 * held + 1
  if args[#args] == 'frees' then redis.call('PEXPIRE', keys[held + 1], args[at + 2]) end
  raise_mark(keys[held + 1], args[at + 1], args[at + 2], args[at + 3])
  for n = 1, held do
    local least = args[2 * n + 1]
    if least ~= '' and redis.call('PTTL', keys[n]) < tonumber(least) then
      redis.call('PEXPIRE', keys[n], least)
    end
  end
  if keys[held + 2] then
    redis.call('SET', keys[held + 2], args[at + 4], 'PX', args[at + 6])
    redis.call('SET', keys[held + 3], args[at + 5], 'PX', args[at + 6])
  end
end
