-- Conversations of an index were looked at: each is to be looked at again at another score, or no
-- more, unless a turn has moved it since its score was read.
-- KEYS: the index. ARGV: of each the conversation, the score that was read, the next one or ''.
for n = 1, #ARGV, 3 do
  local stands = redis.call('ZSCORE', KEYS[1], ARGV[n])
  if stands and tonumber(stands) == tonumber(ARGV[n + 1]) then
    if ARGV[n + 2] == '' then
      redis.call('ZREM', KEYS[1], ARGV[n])
    else
      redis.call('ZADD', KEYS[1], ARGV[n + 2], ARGV[n])
    end
  end
end
return 1
