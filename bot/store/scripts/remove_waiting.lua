-- Takes a message out; its chat stands where it was read last, or nowhere if nothing of it is left.
-- KEYS: chats, the chat's row; ARGV: conversation, message, now in seconds.
redis.call('LREM', KEYS[2], 1, ARGV[2])
if redis.call('EXISTS', KEYS[2]) == 1 then
  redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
else
  redis.call('ZREM', KEYS[1], ARGV[1])
end
