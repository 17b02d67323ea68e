-- The open counts are to be moved, unless those of an earlier move are still there: they go first.
-- KEYS: the open counts, those that are being moved. Returns the latter, empty where there are none.
if redis.call('EXISTS', KEYS[2]) == 0 and redis.call('EXISTS', KEYS[1]) == 1 then
  redis.call('RENAME', KEYS[1], KEYS[2])
end
return redis.call('HGETALL', KEYS[2])
