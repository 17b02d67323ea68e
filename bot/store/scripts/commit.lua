-- The one write: rows of one conversation and its entries in its partition's indexes. After `thin.lua`
-- and `line.lua`.
-- KEYS[1]: the state, its revision before the first space; KEYS[2]: the marks of updates; then those of
-- the operations.
-- ARGV: the revision that was read, or "*" for whatever stands; the mark of this update or ""; then
-- operations: name, key number, lifetime in ms, number of arguments, arguments...
-- Returns 0 somebody else wrote first, -1 this update was taken already; else the sum of 1 written,
-- 2 leased (`lease`), 4 for each element that a list lost (`thin`).
local function leave_out(row, count, ttl)
  if count > 0 then
    redis.call('INCRBY', row, count)
    redis.call('PEXPIRE', row, ttl)
  end
end
-- What keys bear before the brace of their partition, channels bear as well: nothing, but in a part of
-- Redis for itself (bot/store/client/apart.py).
local apart = string.match(KEYS[1], '^[^{]*')
local mark = ARGV[2]
if mark ~= '' then
  local seen = redis.call('GET', KEYS[2]) or ''
  for from = 1, #seen, #mark do
    if string.sub(seen, from, from + #mark - 1) == mark then return -1 end
  end
end
if ARGV[1] ~= '*' then
  local state = redis.call('GET', KEYS[1])
  local revision = state and string.match(state, '^[^ ]*') or '0'
  if revision ~= ARGV[1] then return 0 end
end
local written, at, skip = 1, 3, 0
while at <= #ARGV do
  local name, key, ttl, count = ARGV[at], KEYS[2 + ARGV[at + 1]], ARGV[at + 2], tonumber(ARGV[at + 3])
  local args = {}
  for n = 1, count do args[n] = ARGV[at + 3 + n] end
  at = at + 4 + count
  if skip > 0 then
    skip = skip - 1
  elseif name == 'set' then
    redis.call('SET', key, args[1], 'PX', ttl)
  elseif name == 'keep' then
    redis.call('SET', key, args[1], 'PX', ttl, 'NX')
    redis.call('PEXPIRE', key, ttl)
  elseif name == 'mark' then
    local seen = (redis.call('GET', key) or '') .. args[1]
    redis.call('SET', key, string.sub(seen, -tonumber(args[2])), 'PX', ttl)
  elseif name == 'push' then
    redis.call('RPUSH', key, unpack(args))
    redis.call('PEXPIRE', key, ttl)
  elseif name == 'thin' then
    -- args: how many stay at the head, how many in all; if what it lost is to be told: from how many
    -- on the chat is to be looked at, the number of the index for that, the conversation, the time
    local length, lost = thin(key, args[1], tonumber(args[2]), 0)
    if args[3] then
      written = written + 4 * lost
      if length > tonumber(args[3]) then
        redis.call('ZADD', KEYS[2 + args[4]], 'LT', args[6], args[5])
      end
    end
  elseif name == 'trim' then
    -- args: how many stay at the head, how many in all, how many bytes, the number of the row that
    -- counts what is left out
    local _, lost = thin(key, args[1], tonumber(args[2]), tonumber(args[3]))
    leave_out(KEYS[2 + args[4]], lost, ttl)
  elseif name == 'fill' then
    -- args: how many the list may have before, the number of the row that counts, elements
    if redis.call('LLEN', key) < tonumber(args[1]) then
      redis.call('RPUSH', key, unpack(args, 3))
      redis.call('PEXPIRE', key, ttl)
    else
      leave_out(KEYS[2 + args[2]], #args - 2, ttl)
    end
  elseif name == 'touch' then
    redis.call('PEXPIRE', key, ttl)
  elseif name == 'delete' then
    redis.call('DEL', key)
  elseif name == 'remove' then
    redis.call('LREM', key, 1, args[1])
  elseif name == 'index' then
    -- args: score, conversation, "LT" where an earlier score stays
    if args[3] then
      redis.call('ZADD', key, args[3], args[1], args[2])
    else
      redis.call('ZADD', key, args[1], args[2])
    end
    redis.call('PEXPIRE', key, ttl)
  elseif name == 'unindex' then
    redis.call('ZREM', key, args[1])
  elseif name == 'unless' then
    -- args: how many operations are left out if this row is there
    if redis.call('EXISTS', key) == 1 then skip = tonumber(args[1]) end
  elseif name == 'lease' then
    -- args: how many rows were written, a lifetime, the numbers of: outbox, what is under way, jobs
    local outbox, under_way = KEYS[2 + args[3]], KEYS[2 + args[4]]
    local alone = not redis.call('LINDEX', outbox, args[1])
    local jobs = redis.call('EXISTS', under_way, KEYS[2 + args[5]], KEYS[2 + args[6]])
    if alone and jobs == 0 and redis.call('SET', key, '1', 'PX', ttl, 'NX') then
      redis.call('SET', under_way, '1', 'PX', args[2])
      written = written + 2
    end
  elseif name == 'line' then
    -- args: number, sealed line, how many bytes all may have, what becomes of it so far or ""
    add_line(key, args[1], args[2], tonumber(args[3]), args[4])
    redis.call('PEXPIRE', key, ttl)
  elseif name == 'delivered' then
    -- args: what became of it, channel, what to say there, the number of a line or none for all
    local state, channel, said, id = args[1], args[2], args[3], args[4]
    local known
    if id then known = delivered(key, id, state) else known = undelivered(key, state) end
    if known then redis.call('PUBLISH', apart .. channel, said) end
  elseif name == 'publish' then
    redis.call('PUBLISH', apart .. args[1], args[2])
  end
end
return written
