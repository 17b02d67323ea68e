-- The chat that stands first, which stands at the end of the lease from now on; none if all are leased.
-- KEYS: chats; ARGV: now, end of the lease, in seconds.
local first = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, 1)[1]
if first then redis.call('ZADD', KEYS[1], ARGV[2], first) end
return first
