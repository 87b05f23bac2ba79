.. | objects | select(.label and .sign)
| [.label, (.value // .fraction // .mask // "\(.low)..\(.high)"), .unit // ""] | @tsv
