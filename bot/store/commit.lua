-- One atomic write to one conversation.
-- KEYS[1]: the state; KEYS[2]: the mark of this update (or the state again); then the others.
-- ARGV: the revision that was read, "1" if the mark counts, then operations:
--   name, key number, lifetime in ms, number of arguments, arguments...
-- Returns 1 written, 0 somebody else wrote first, -1 this update was taken already.
if ARGV[2] == '1' and redis.call('EXISTS', KEYS[2]) == 1 then return -1 end
if (redis.call('HGET', KEYS[1], 'revision') or '0') ~= ARGV[1] then return 0 end
local at = 3
while at <= #ARGV do
  local name, key, ttl, count = ARGV[at], KEYS[tonumber(ARGV[at + 1])], ARGV[at + 2], tonumber(ARGV[at + 3])
  local args = {}
  for n = 1, count do args[n] = ARGV[at + 3 + n] end
  at = at + 4 + count
  if name == 'set' then
    redis.call('SET', key, args[1], 'PX', ttl)
  elseif name == 'hset' then
    redis.call('HSET', key, unpack(args))
    redis.call('PEXPIRE', key, ttl)
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
