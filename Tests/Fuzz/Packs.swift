internal import Glibc

/// Puts a pack where `--rules` and its like read it, and gives the path.
func load(_ pack: [UInt8], _ option: String) -> String? {
  let path = "/tmp/fuzz-\(getpid()).pack"
  let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  guard file >= 0 else { return nil }
  _ = unsafe write(file, pack, pack.count)
  close(file)
  return path
}

/// Wants a pack that is refused to be named, with a line where one is to blame.
func checkMisuse(_ misuse: Misuse) {
  let words = misuse.report(program: "fuzz")
  hold(words.contains("/tmp/fuzz-\(getpid()).pack"), "the pack is named: \(words)")
  hold(
    !words.unicodeScalars.contains {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
    },
    "no control character gets into a message: \(words.debugDescription)")
}
