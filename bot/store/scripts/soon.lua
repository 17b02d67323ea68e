-- A conversation is to be looked at by `score`; an earlier look stays. Then it moves ahead by a
-- millisecond: whoever looks just now, and read the conversation before this turn, finds another
-- score than it saw and takes nothing away (`settle_hints.lua`). Stands before every script that
-- calls it.
local function soon(index, score, member)
  local stands = redis.call('ZSCORE', index, member)
  if stands and tonumber(stands) <= tonumber(score) then
    score = string.format('%.17g', tonumber(stands) - 0.001)
  end
  redis.call('ZADD', index, score, member)
end
