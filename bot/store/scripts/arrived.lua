-- A message stands in the chat: its number is remembered, then its row is taken out. After `take.lua`
-- and `thin.lua`.
-- KEYS: the outbox, the numbers, the chat's plan, what is under way, the lease; then, where the
-- keyring lies on this server too, the row of `take`.
-- ARGV: the row; the number and the plan, sealed; the lifetime of both in ms; "1" if nothing more is
-- under way; "1" to give the lease back; how many numbers stay at the head, and in all; then stream,
-- mark and life of `take`. Returns how many numbers were lost.
redis.call('RPUSH', KEYS[2], ARGV[2])
local _, lost = thin(KEYS[2], ARGV[7], tonumber(ARGV[8]))
redis.call('PEXPIRE', KEYS[2], ARGV[4])
redis.call('SET', KEYS[3], ARGV[3], 'PX', ARGV[4], 'NX')
redis.call('PEXPIRE', KEYS[3], ARGV[4])
if ARGV[5] == '1' then redis.call('DEL', KEYS[4]) end
redis.call('LREM', KEYS[1], 1, ARGV[1])
if KEYS[6] then take(KEYS[6], ARGV[9], ARGV[10], ARGV[11]) end
if ARGV[6] == '1' then redis.call('DEL', KEYS[5]) end
return lost
