-- Copies of one conversation under names of the same length: its rows with their lifetimes, and its
-- places in the indexes. Only a benchmark's Redis runs this.
-- ARGV: the conversation, number of the first copy, how many, seconds that they stand behind in the
-- indexes, number of rows, rows..., indexes...
local source, first, count, rows = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[5])
for number = first, first + count - 1 do
  local name = string.sub(redis.sha1hex(source .. number), 1, #source)
  for n = 6, 5 + rows do
    redis.call('COPY', '{' .. source .. '}:' .. ARGV[n], '{' .. name .. '}:' .. ARGV[n])
  end
  for n = 6 + rows, #ARGV do
    local score = redis.call('ZSCORE', ARGV[n], source)
    if score then redis.call('ZADD', ARGV[n], score + ARGV[4], name) end
  end
end
return count
