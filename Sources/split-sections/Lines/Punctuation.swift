// What the punctuation of Chinese running text does, by its scalar; half width counts as full width.

/// Whether `scalar` ends a sentence.
@inline(__always)
func endsSentence(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0xFF61: true
  default: false
  }
}

/// Whether `scalar` is a point, which ends a sentence where it stands for 。.
@inline(__always)
func isPoint(_ scalar: UInt32) -> Bool { scalar == 0x2E || scalar == 0xFF0E }

/// Whether `scalar` ends a question.
@inline(__always)
func isQuestionMark(_ scalar: UInt32) -> Bool { scalar == 0xFF1F || scalar == 0x3F }

/// Whether `scalar` is a semicolon.
@inline(__always)
func isSemicolon(_ scalar: UInt32) -> Bool { scalar == 0xFF1B || scalar == 0x3B }

/// Whether `scalar` is a colon.
@inline(__always)
func isColon(_ scalar: UInt32) -> Bool { scalar == 0xFF1A || scalar == 0x3A }

/// Whether `scalar` is a comma.
@inline(__always)
func isComma(_ scalar: UInt32) -> Bool { scalar == 0xFF0C || scalar == 0x2C }

/// Whether `scalar` opens a quotation or a bracket.
@inline(__always)
func opensBracket(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x201C, 0x2018, 0xFF08, 0x28, 0x300A, 0x3008, 0x300C, 0x300E, 0x3010, 0x3014, 0xFF3B: true
  default: false
  }
}

/// Whether `scalar` closes a quotation or a bracket.
@inline(__always)
func closesBracket(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x201D, 0x2019, 0xFF09, 0x29, 0x300B, 0x3009, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF3D: true
  default: false
  }
}

/// Whether `scalar` opens a quotation or the name of a work: “ 《 「 『.
@inline(__always)
func opensQuotation(_ scalar: UInt32) -> Bool {
  scalar == 0x201C || scalar == 0x300A || scalar == 0x300C || scalar == 0x300E
}

/// Whether `scalar` closes such a quotation.
@inline(__always)
func closesQuotation(_ scalar: UInt32) -> Bool {
  scalar == 0x201D || scalar == 0x300B || scalar == 0x300D || scalar == 0x300F
}

/// Whether `scalar` is a Chinese character.
@inline(__always)
func isIdeograph(_ scalar: UInt32) -> Bool {
  (scalar >= 0x3400 && scalar <= 0x9FFF) || (scalar >= 0x20000 && scalar <= 0x3FFFF)
}
