-- Names an open ticket where it belongs and nowhere else, unless a later turn may have moved it.
-- KEYS: the waiting, the claimed, the turns (bot/store/places.py). ARGV: the conversation; where it
-- belongs: 1, 2, or 0 for a ticket that is over; its score there; the turn that is known; what the
-- turns said before it was read, if that may be overruled, or -1; the lifetime in ms.
-- Returns 1 settled, 0 left as it is.
local told = tonumber(redis.call('ZSCORE', KEYS[3], ARGV[1]) or '-1')
if math.floor(told / 4294967296) > tonumber(ARGV[4]) and told ~= tonumber(ARGV[5]) then return 0 end
local belongs = tonumber(ARGV[2])
for n = 1, 2 do
  if n ~= belongs then redis.call('ZREM', KEYS[n], ARGV[1]) end
end
if belongs == 0 then
  redis.call('ZREM', KEYS[3], ARGV[1])
else
  redis.call('ZADD', KEYS[belongs], ARGV[3], ARGV[1])
  redis.call('PEXPIRE', KEYS[belongs], ARGV[6])
end
return 1
