-- Lets a message wait behind those of its chat. KEYS: chats, the chat's row; ARGV: conversation, message,
-- where a chat stands that comes new, lifetime in ms. Both keys end with the last message.
redis.call('RPUSH', KEYS[2], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
redis.call('ZADD', KEYS[1], 'NX', ARGV[3], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
