-- Copies of one conversation under names of the same length: its rows with their lifetimes, and its
-- places in the indexes. Only a benchmark's Redis runs this.
-- ARGV: the conversation's partition, the conversation, seconds that the copies stand behind in the
-- indexes, number of rows, number of indexes, rows..., indexes..., then of each copy its partition and
-- its name.
local tag, source, later = '{' .. ARGV[1] .. '}:', ARGV[2], ARGV[3]
local rows, indexes = 5 + tonumber(ARGV[4]), 5 + ARGV[4] + ARGV[5]
for at = indexes + 1, #ARGV, 2 do
  local own, name = '{' .. ARGV[at] .. '}:', ARGV[at + 1]
  for n = 6, rows do
    redis.call('COPY', tag .. source .. ':' .. ARGV[n], own .. name .. ':' .. ARGV[n])
  end
  for n = rows + 1, indexes do
    local score = redis.call('ZSCORE', tag .. ARGV[n], source)
    if score then redis.call('ZADD', own .. ARGV[n], score + later, name) end
  end
end
return #ARGV
