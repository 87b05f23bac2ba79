import Filters
import Testing

@testable import strip_ads

@Suite struct AddressTests {
  @Test(
    "An address of a host of the pack goes from inside a sentence, and the sentence stays",
    arguments: [
      (
        "全年汇编材料一百二十份，详见https://pan.baidu.com/s/1xYzAbc?pwd=ab12。各科室已按要求使用。",
        "全年汇编材料一百二十份，详见。各科室已按要求使用。"
      ),
      (
        "全年汇编材料一百二十份，见www.docin.com/p-1234567.html，各科室已按要求使用。",
        "全年汇编材料一百二十份，见，各科室已按要求使用。"
      ),
      // With the brackets that hold it, its label and its code.
      (
        "全年汇编材料一百二十份（https://pan.baidu.com/s/1xYzAbc），各科室已按要求使用。",
        "全年汇编材料一百二十份，各科室已按要求使用。"
      ),
      (
        "全年汇编材料一百二十份（链接：https://pan.baidu.com/s/1xYzAbc 提取码：ab12），各科室已按要求使用。",
        "全年汇编材料一百二十份，各科室已按要求使用。"
      ),
      (
        "全年汇编材料一百二十份（https://pan.baidu.com/s/1xYzAbc 提取码：ab12），各科室已按要求使用。",
        "全年汇编材料一百二十份，各科室已按要求使用。"
      ),
      (
        "全年汇编材料一百二十份，链接：https://pan.baidu.com/s/1xYzAbc，提取码：ab12，各科室已按要求使用。",
        "全年汇编材料一百二十份，各科室已按要求使用。"
      ),
      (
        "全年汇编材料一百二十份，见http://www.doc88.com/p-11.html和https://t.me/cailiao88，各科室已按要求使用。",
        "全年汇编材料一百二十份，见和，各科室已按要求使用。"
      ),
    ])
  func goes(line: String, rest: String) {
    #expect(strip(document(around: line)) == document(around: rest))
    let cuts = records(document(around: line)).filter { $0.type == "cut" }
    #expect(Set(cuts.map(\.rule)) == ["link"])
  }

  @Test(
    "An address of another host stays, and one that is no part of a sentence",
    arguments: [
      "全年汇编材料一百二十份，详见https://www.hewanzhen.com/p/1234567.html，各科室已按要求使用。",
      "全年汇编材料一百二十份，详见http://www.lishui.gov.cn/art/2024/p.html，各科室已按要求使用。",
      "全年汇编材料一百二十份，详见https://www.notdocin.com/p-1234567.html，各科室已按要求使用。",
      // The name of a house, and a label of its own.
      "县里在淘宝网（www.taobao.com）开设助农馆，全年销售额三百万元。",
      "【会议材料】https://pan.baidu.com/s/1abcD 供各科室下载",
      "《会议纪要》https://pan.baidu.com/s/1abcD 由办公室统一存档，各科室按要求填报。",
    ])
  func stays(line: String) {
    #expect(strip(document(around: line)) == document(around: line))
  }

  @Test(
    "A whole host of the user's own pack is one of the pack, an ending is none",
    arguments: [("hewanzhen.com", "全年汇编材料一百二十份，详见，各科室已按要求使用。"), (".com", nil)])
  func ownHost(host: String, rest: String?) throws {
    let line = Array("全年汇编材料一百二十份，详见https://www.hewanzhen.com/p/1.html，各科室已按要求使用。".utf8)
    let pack = try Pack(Array("[hosts]\n\(host)\n".utf8), name: "test")
    var judge = LineJudge(try DebrisRules([pack]))
    let finding = judge.read(line.span)
    #expect(finding.lineClass == .kept)
    #expect(finding.isTrimmed == (rest != nil))
    if let rest { #expect(judge.trimmed.bytes == Array(rest.utf8)) }
  }

  @Test("A notice tells its readers where its form lies") func notice() {
    let line = "请各单位到百度网盘（https://pan.baidu.com/s/1xYzAbc）下载回执，于三月五日前报送办公室。"
    let text = "关于报送年度工作总结的通知\n各镇人民政府、县直各单位：\n\(line)\n"
    #expect(strip(text) == text)
  }
}
