def indent: [range(.depth - 1) | "  "] | add // "";
def outline: .content[]? | select(.depth) | "\(indent)\(.label // "")\(.title // "")", outline;
"# \(.title // .id)",
outline
