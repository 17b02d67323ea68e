-- One atomic write to one conversation.
-- KEYS[1]: the state, its revision before the first space; KEYS[2]: the marks of updates; then the
-- others. ARGV: the revision that was read, the mark of this update or "", then operations:
--   name, key number, lifetime in ms, number of arguments, arguments...
-- Returns 1 written, 0 somebody else wrote first, -1 this update was taken already.
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
local at = 3
while at <= #ARGV do
  local name, key, ttl, count = ARGV[at], KEYS[tonumber(ARGV[at + 1])], ARGV[at + 2], tonumber(ARGV[at + 3])
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
  elseif name == 'touch' then
    redis.call('PEXPIRE', key, ttl)
  elseif name == 'delete' then
    redis.call('DEL', key)
  elseif name == 'count' then
    redis.call('HINCRBY', key, args[1], 1)
    redis.call('PEXPIRE', key, ttl)
  elseif name == 'publish' then
    redis.call('PUBLISH', args[1], args[2])
  end
end
return 1
