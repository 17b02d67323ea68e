-- One atomic write to one conversation. Stands after `announce.lua`, `begin.lua`, `soon.lua` and
-- `thin.lua`.
-- KEYS[1]: the state, its revision before the first space; KEYS[2]: the marks of updates; then those
-- of `begin`, where the keyring lies on this server too; then the operations'.
-- ARGV: the revision that was read; the mark of this update or ""; how many keys and arguments
-- `begin` has, or 0 and 0; its arguments; then operations:
--   name, key number, lifetime in ms, number of arguments, arguments...
-- Returns 0 somebody else wrote first, -1 this update was taken already; else the sum of 1 written,
-- 2 leased (`lease`), 4 a list is long (`thin`), 8 for each element that it lost.
local own = {keys = {}, args = {}}
for n = 1, tonumber(ARGV[3]) do own.keys[n] = KEYS[2 + n] end
for n = 1, tonumber(ARGV[4]) do own.args[n] = ARGV[4 + n] end
if #own.keys > 0 and not lies(own.keys, own.args) then return 0 end
local mark = ARGV[2]
if mark ~= '' then
  local seen = redis.call('GET', KEYS[2]) or ''
  for from = 1, #seen, #mark do
    if string.sub(seen, from, from + #mark - 1) == mark then return -1 end
  end
end
local state = redis.call('GET', KEYS[1])
local revision = state and string.match(state, '^[^ ]*') or '0'
if revision ~= ARGV[1] then return 0 end
if #own.keys > 0 then begin(own.keys, own.args) end
local written = 1
local first, at = 2 + #own.keys, 5 + #own.args
while at <= #ARGV do
  local name, key, ttl, count = ARGV[at], KEYS[first + ARGV[at + 1]], ARGV[at + 2], tonumber(ARGV[at + 3])
  local args = {}
  for n = 1, count do args[n] = ARGV[at + 3 + n] end
  at = at + 4 + count
  if name == 'set' then
    redis.call('SET', key, args[1], 'PX', ttl)
  elseif name == 'mark' then
    local seen = (redis.call('GET', key) or '') .. args[1]
    redis.call('SET', key, string.sub(seen, -tonumber(args[2])), 'PX', ttl)
  elseif name == 'push' then
    redis.call('RPUSH', key, unpack(args))
    redis.call('PEXPIRE', key, ttl)
  elseif name == 'thin' then
    -- args: how many stay at the head, how many in all; from how many on it is to be told
    local length, lost = thin(key, args[1], tonumber(args[2]))
    if args[3] then
      written = written + 8 * lost
      if length > tonumber(args[3]) then written = written + 4 end
    end
  elseif name == 'touch' then
    redis.call('PEXPIRE', key, ttl)
  elseif name == 'delete' then
    redis.call('DEL', key)
  elseif name == 'count' then
    redis.call('HINCRBY', key, args[1], 1)
    redis.call('PEXPIRE', key, ttl)
  elseif name == 'hint' then
    -- args: score, conversation, which score counts (`Bound`)
    if args[3] == 'soon' then
      soon(key, args[1], args[2])
    elseif args[3] == 'GT' then
      redis.call('ZADD', key, 'GT', args[1], args[2])
    else
      redis.call('ZADD', key, args[1], args[2])
    end
    redis.call('PEXPIRE', key, ttl)
  elseif name == 'lease' then
    -- args: how many rows were written, a lifetime, the numbers of: outbox, what is under way, jobs
    local outbox, under_way = KEYS[first + args[3]], KEYS[first + args[4]]
    local alone = not redis.call('LINDEX', outbox, args[1])
    local jobs = redis.call('EXISTS', under_way, KEYS[first + args[5]], KEYS[first + args[6]])
    if alone and jobs == 0 and redis.call('SET', key, '1', 'PX', ttl, 'NX') then
      redis.call('SET', under_way, '1', 'PX', args[2])
      written = written + 2
    end
  elseif name == 'publish' then
    redis.call('PUBLISH', args[1], args[2])
  end
end
return written
