"""Adds a record `x-keyword LINE WORD` behind each text that holds one of the words on the command line."""

import signal
import sys

signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # ends quietly where nobody reads
words = [word.encode() for word in sys.argv[1:]]
text_column = {b"line": 3, b"text": 4}
is_open = failed = False

# Bytes, because a line ends in LF alone, whatever Python thinks of U+2028.
for line in sys.stdin.buffer:
    columns = line.rstrip(b"\n").split(b"\t")
    kind = columns[0]
    if kind == b"doc":
        failed |= is_open  # the document before it was cut
        is_open = True
    elif not is_open:
        failed = True  # outside a document: left out
        continue
    if not line.endswith(b"\n"):
        break  # cut in the middle of this line, so nobody knows what it says
    sys.stdout.buffer.write(line)
    if kind == b"end":
        failed |= columns[1:2] != [b"ok"]
        is_open = False
    elif kind in text_column:
        for word in words:
            if word in columns[text_column[kind]]:
                sys.stdout.buffer.write(b"x-keyword\t" + columns[1] + b"\t" + word + b"\n")

sys.stdout.buffer.flush()  # a full disk shows here
sys.exit(1 if failed or is_open else 0)
