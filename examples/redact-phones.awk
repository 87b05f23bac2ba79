# Writes asterisks for the digits of telephone numbers.
BEGIN { FS = OFS = "\t" }

# What every filter keeps: a record outside a document, a document that is not closed,
# and one that failed make the status 1.
!open && $1 != "doc" { bad = 1; next }
$1 == "doc" { if (open) bad = 1; open = 1 }
$1 == "end" { open = 0; if ($2 != "ok") bad = 1 }

# Who changes a text deletes its metrics: they stand behind it, up to the next piece.
$1 == "line" || $1 == "title" { edited = redact(4) }
$1 == "text" { edited = redact(5) }
$1 == "section" { edited = redact(7) }
$1 == "metric" && edited { next }
$1 == "cut" { redact(5) }

# Everything else as it came.
{ print }
END { exit (open || bad) }

# Redacts one column and tells whether that changed it. Asterisks are as many as the digits
# were, so every column behind them is still right.
function redact(column,   rest, done, run) {
  rest = $column
  while (match(rest, /[0-9][0-9-]*/)) {
    run = substr(rest, RSTART, RLENGTH)
    done = done substr(rest, 1, RSTART - 1)
    rest = substr(rest, RSTART + RLENGTH)
    if (run ~ /^(1[3-9][0-9]-?[0-9][0-9][0-9][0-9]-?[0-9][0-9][0-9][0-9]|0[1-9][0-9][0-9]?-?[2-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]?)$/)
      gsub(/[0-9]/, "*", run)
    done = done run
  }
  done = done rest
  if (done == $column) return 0
  $column = done
  return 1
}
