"""What tests share, in layers: each is made of those above it.

- `constants`, `ports`: times, words, free ports
- `own`: the program's own flows, texts and lexicon, read once
- `publishers`: who signs texts, and the list of them
- `dialogue`: the core alone, without a store
- `servers`: Redis servers that a test breaks: with replicas, sentinels, as a cluster
- `hostile`: texts that could be slow to read
- `stored`: a store on a real Redis
- `helpline`: the use cases on a real Redis, without Telegram
- `wire`: both bots in one process against the sandbox
- `command`: `helpline` on the command line, run to its end
- `processes`: both bots as processes, which can be killed
"""
