import Filters

/// JSON from elsewhere.
extension JSONWriter {
  /// Adds a value as it stands where no layout is wanted, else in this writer's layout.
  mutating func add(value json: Span<UInt8>) {
    if isCompact, !isColored { bytes.append(json) } else { value(json) }
  }

  /// Writes a value that is given as valid JSON text, in this writer's layout.
  mutating func value(_ json: Span<UInt8>) {
    var reader = JSONReader(takesDoubleNames: true)
    reader.beginLine(json)
    // Behind a name a value stands where it is; in an array and for a name the place must be made.
    var isBehindName = true
    var arrays: [Bool] = []
    do throws(JSONReader.Fault) {
      while true {
        let token = try reader.next(json)
        let range = reader.range
        switch token {
        case .endOfLine: return
        case .key:
          key(inside: json.extracting(range))
          isBehindName = true
          continue
        case .endObject, .endArray:
          close(token == .endObject ? "}" : "]")
          arrays.removeLast()
          continue
        default: break
        }
        if !isBehindName, arrays.last == true { next() }
        isBehindName = false
        switch token {
        case .beginObject, .beginArray:
          open(token == .beginObject ? "{" : "[")
          arrays.append(token == .beginArray)
        case .string:
          beginString()
          bytes.append(json.extracting(range))
          endString()
        default:
          if isColored { bytes.append(token == .null ? Color.null : Color.plain) }
          bytes.append(json.extracting(range))
          endScalar()
        }
      }
    } catch {
      preconditionFailure("only values that were checked are written")
    }
  }

  /// Writes a name that is given as it stands between its quotes.
  private mutating func key(inside name: Span<UInt8>) {
    beginKey()
    bytes.append(name)
    endKey()
  }
}
