#!/bin/sh
# Keeps only the sections whose title matches a pattern of the shell, and what stands before the first:
#
#   split-sections report.txt | examples/keep-sections.sh '*问题*'
pattern=$1
tab=$(printf '\t')
open= failed= depth= keep=yes

while IFS= read -r line; do
  case $line in
    "doc$tab"*) failed=$failed$open open=yes depth= keep=yes ;;
    "end$tab"ok*) open= keep=yes ;;
    "end$tab"*) open= keep=yes failed=yes ;;
    "title$tab"*) depth= keep=yes ;; # a new part of the document
    "section$tab"*)
      rest=${line#*"$tab"*"$tab"*"$tab"} # DEPTH KIND LABEL TITLE STOP
      title=${rest#*"$tab"*"$tab"*"$tab"}
      title=${title%%"$tab"*}
      # Who deletes a section deletes everything up to the next of the same or a smaller depth;
      # so a deeper one goes or stays with the one that it stands in.
      if [ -z "$depth" ] || [ "${rest%%"$tab"*}" -le "$depth" ]; then
        depth=${rest%%"$tab"*} keep=
        # The pattern is meant to be one.
        # shellcheck disable=SC2254
        case $title in $pattern) keep=yes ;; esac
      fi
      ;;
    *) [ "$open" ] || { failed=yes && continue; } ;; # outside a document
  esac
  if [ "$keep" ]; then printf '%s\n' "$line" || exit 3; fi
done

# What is left in `line` had no line feed: the stream was cut there.
[ -z "$open$failed$line" ]
