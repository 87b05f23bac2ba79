import Filters
import Testing

@testable import strip_ads

@Suite struct DebrisTests {
  /// Lines that go, each with the rule that removes it; every kind of rule of the pack fires.
  @Test(
    "Debris goes from between the paragraphs",
    arguments: [
      ("##pagebreak##", "mark"), ("  $$paidend$$ ", "mark"),
      ("本店常年代写述职报告，需要的朋友请加微信 bgs7712", "ad"),
      ("长按识别二维码，关注公众号“笔墨园地”，每天免费领取写作素材", "contact"),
      ("公文写作网课限时优惠，原价299元，现只需99元，助你轻松上岸", "ad"),
      ("材料群招募会员，入群请加 V 信：cl 88 01 2", "ad"), ("有需要的加➕薇信聊", "ad"),
      ("第7页/共12页", "page-number"), ("第 7 页 共 12 页", "page-number"), ("— 7 —", "page-number"),
      ("－ 7 －", "page-number"), ("﹣7﹣", "page-number"), ("~ 7 ~", "page-number"),
      ("—１２—", "page-number"), ("\u{C}— 7 —", "page-number"), ("\u{C}第 7 页 共 12 页", "page-number"),
      ("已阅读3页，还剩9页未读，继续阅读", "preview"), ("下载本文档", "preview"), ("轻触阅读原文", "preview"),
      ("《工作总结.doc》由会员分享，可在线阅读，更多相关《工作总结.doc（9页）》请在某某文库上搜索。", "library"),
      ("精品文档欢迎下载", "library"), ("未经授权禁止转载，违者必究", "copyright"),
      ("版权所有，翻印必究", "copyright"), ("本文档编辑密码：gw2024", "password"),
      ("解压密码：www.abc.com", "password"), ("链接：https://pan.baidu.com/s/1xYz 提取码：a1b2", "link"),
      ("微信：gongwen2024", "contact"), ("扫描下方二维码关注", "contact"),
      ("返回 下载 分享 举报", "navigation"), ("文档评分：4.5", "preview"), ("该用户很懒，什么也没写", "preview"),
      ("以上就是小编为大家整理的发言材料，希望能帮到您", "library"), ("更多述职范文推荐", "library"),
      ("（可编辑修改word版）年度总结", "library"), ("图片来自网络", "copyright"),
      ("点亮“在看”，让更多人看到这篇好文", "ad"), ("来源：公众号“某某笔谈”", "library"),
      ("7 `\" R# \\; ~4 q", "scramble"),
      ("3 U+ Z. t1 D& z3 n i% D2 k% r6 a% _' }& {4 u", "scramble"),
    ])
  func goes(line: String, rule: String) {
    let cuts = records(document(around: line)).filter { $0.type == "cut" }
    #expect(cuts.map(\.text) == [line])
    #expect(cuts.map(\.rule) == [rule])
    #expect(strip(document(around: line)) == prose.joined(separator: "\n") + "\n")
  }

  /// Sentences of reports with the words of advertising; for each kind of rule one that must not fire.
  @Test(
    "What reports say in the words of advertising stays",
    arguments: [
      "全年通过微信公众号推送信息三百余条，粉丝数突破两万。", "群众扫描二维码即可反映问题，做到件件有回音。",
      "引导党员下载注册“学习强国”APP，参与率达到百分之百。", "协会为会员单位提供资料下载、法律咨询等服务。",
      "联系电话：0571-12345678", "严厉打击代写代发论文行为，查处案件六起。", "第3页倒数第二行的数字有误，请予更正。",
      "资料来源：国家统计局", "来源：某某日报", "加强密码管理，开机密码由专人保管。", "版权所有者应当依法维护自身合法权益。",
      "未经许可，任何单位和个人不得占用道路。", "举报网站：www.12345.gov.cn，热线电话：12345。", "更多群众参与到志愿服务中来。",
      "下载、打印涉密文件须经审批。", "（二）QQ群管理", "二、微信公众号运营情况", "推荐先进典型二十个。",
      "以上就是我的述职报告，希望大家多提意见，帮助我改进。", "希望以上建议对大家有所帮助。", "更多群众享受到家门口的优质服务",
      "关注本网格内重点人员动态，及时上报。", "打开微信“扫一扫”，扫描村口二维码即可查看村务公开内容。", "报名网站：www.example.org",
      "微信扫一扫，办事少跑腿。", "扫描二维码进入报名系统", "成为会员单位后可享受政策咨询服务。", "价格：猪肉32元/公斤，同比上涨5%。",
      "代写文书、代办证件等便民服务2300件。", "图片来源：区融媒体中心", "推荐阅读书目：地方志二种",
      "举办公益课程六十期，名师讲解家庭教育知识。", "网站提供资料下载、在线咨询、举报投诉等功能。", "会员免费参加培训。",
      "1 2 3 4 5 6 7 8 9 10", "A. B. C. D. E. F.", "if (a > b) { c = d; } else { e = f; }",
      "评级为 A+ A- B+ B- C+ C- 六档，得 A+ 的有三个村。", "y = a * x + b / c - d", "1) a) 2) b) 3) c) 5% 6%",
    ])
  func stays(line: String) {
    let text = document(around: line)
    #expect(strip(text) == text)
    let last = prose.joined(separator: "\n") + "\n" + line + "\n"
    #expect(strip(last) == last)
  }

  @Test(
    "A piece inside a line goes and joins what it split",
    arguments: [
      ("结合##paidbegin##百日攻坚行动", "结合百日攻坚行动"), ("<paid>加强</paid>领导", "加强领导"),
      ("##paid##pagebreak##end##扎实推进", "扎实推进"),
      // Marks in large letters, with blanks in them, and with wide signs.
      ("结合##PAIDBEGIN##百日$$PAIDEND$$攻坚行动", "结合百日攻坚行动"), ("<PAID>加强</Paid>领导", "加强领导"),
      ("结合## paidbegin ##百日$$ PAIDEND $$攻坚行动", "结合百日攻坚行动"), ("< paid >加强</ paid >领导", "加强领导"),
      ("结合＃＃paidbegin＃＃百日＄＄ PaidEnd ＄＄攻坚行动", "结合百日攻坚行动"),
      ("##PAID##pagebreak##END##扎实推进<!-- more -->", "扎实推进"), ("## 要点 ##：扎实推进", "## 要点 ##：扎实推进"),
      ("工作取得第 3 页 共 9 页 明显成效", "工作取得 明显成效"),
      ("2、精选优质文档----倾情为你奉上第三章 保障措施", "第三章 保障措施"),
      ("第五讲 会议记录【更多课程请加微信 kc20251，进群免费领取资料】", "第五讲 会议记录"),
      ("第五章 行政执法【更新通知加微信：kc20251】", "第五章 行政执法"),
      ("第六讲 公文写作（更多课程加微信 kc20251）", "第六讲 公文写作"),
      ("第二讲 会议纪要（加微信 kc20251 领课件）【更多课程加QQ：712345678】", "第二讲 会议纪要"),
      ("三、经验交流（详见附件）", "三、经验交流（详见附件）"),
      ("2、精品文档---下载后可任意编辑第一章 绪论", "2、第一章 绪论"),
      ("& x* F9 R' {\" K 2.正文。写明所做的工作。", "2.正文。写明所做的工作。"),
      ("工作取得明显成效。+ Q' u; D- J* g s5 W:", "工作取得明显成效。+"), ("抓 Z; k3 U/ m b+ 9 G- 落实", "抓 落实"),
    ])
  func pieces(line: String, rest: String) {
    #expect(strip(document(around: line)) == document(around: rest))
  }

  @Test(
    "Of a line with a sentence of the report only the advertising goes",
    arguments: [
      (
        "现在，我向大会述职。……(某某文秘网https://www.gwmw.cn省略854字,正式会员可完整阅读)",
        "现在，我向大会述职。"
      ),
      (
        "现在，我向大会述职。（未完，全文共6831字，当前仅显示2399字，请阅读下面提示信息。",
        "现在，我向大会述职。"
      ),
      (
        "以上报告，请予审议。更多范文请关注公众号“某某写作”，加微信 gw20251 免费领取。",
        "以上报告，请予审议。"
      ), ("现在,我向大会述职。解压密码：www.sysadm.cc", "现在,我向大会述职。"),
      ("敬礼！ 下载本文档", "敬礼！"), ("“金杯银杯不如口碑。” 第3页/共9页 下载本文档", "“金杯银杯不如口碑。”"),
      ("　　说到做到；件件落实……加微信进群领资料 ", "　　说到做到；件件落实……"),
      ("老百姓的事没有小事。能办的马上办。微信：gongwen2024", "老百姓的事没有小事。能办的马上办。"),
      // Behind advertising, and on both sides of it.
      (
        "更多范文请关注公众号“某某写作”，加微信 gw20251 免费领取。全镇走访三百一十二户，解决问题四十一个。",
        "全镇走访三百一十二户，解决问题四十一个。"
      ),
      (
        "好经验得到推广。点击上方蓝字，关注公众号“某某写作”不迷路！全镇走访三百一十二户，解决问题四十一个。",
        "好经验得到推广。全镇走访三百一十二户，解决问题四十一个。"
      ), ("好经验得到推广。百度网盘下载地址见简介", "好经验得到推广。百度网盘下载地址见简介"),
      // Behind sentences that speak so much for the report that they would shield it.
      ("全年召开会议十二次，完成各项任务。需要的加微信 gongwen2024", "全年召开会议十二次，完成各项任务。"),
      (
        "全镇走访群众三百一十二户，推动问题整改。加V：gw20251 免费领取公文模板",
        "全镇走访群众三百一十二户，推动问题整改。"
      ),
      // What leads nowhere stays there.
      ("全镇走访群众三百一十二户，推动问题整改。请顺手点个在看", "全镇走访群众三百一十二户，推动问题整改。请顺手点个在看"),
      (
        "全镇走访群众三百一十二户，推动问题整改。联系人：张三，电话13900001111（微信同号）",
        "全镇走访群众三百一十二户，推动问题整改。联系人：张三，电话13900001111（微信同号）"
      ),
    ])
  func sentences(line: String, rest: String) {
    #expect(strip(document(around: line)) == document(around: rest))
    // At the end, too, where what is in doubt goes.
    #expect(strip(prose[0] + "\n" + line + "\n") == prose[0] + "\n" + rest + "\n")
  }

  @Test(
    "Advertising that begins or ends with a harmless sentence goes as a whole",
    arguments: [
      "您好！需要代写述职报告请加微信 gw20251。", "原创不易。觉得有用就点赞、在看、转发三连吧！", "写总结没思路？加微信 gw20251，免费领取范文。",
      "本文由某某整理。更多资料请关注公众号“某某写作”，加微信 gw20251。", "好消息！加微信 gw20251 免费领取公文模板。",
      "加微信 gw20251 免费领取公文模板。感谢您的支持！", "加微信 gw20251 代写述职报告。先付定金，满意后付全款。",
      "……（未完，此处省略2316字，升级为正式会员后查看）",
    ])
  func harmlessSentences(line: String) {
    #expect(strip(document(around: line)) == document())
  }

  @Test(
    "A site's teaser goes from the head of a page, and what a report says before advertising stays")
  func teasers() {
    let teaser = "我乡立即确定专职人员。现就工作情况汇报如下：一、工作进展下面是小编为大家整理的创城工作汇报，供大家参考。"
    let text = "创城工作汇报\n" + prose.joined(separator: "\n") + "\n"
    #expect(strip(teaser + "\n" + text) == text)
    #expect(strip("\n" + teaser + "\n" + text) == text)
    let sentence = "我乡立即确定专职人员。"
    #expect(strip(text + teaser + "\n") == text + sentence + "\n")
    let closing = "以上就是小编为大家整理的创城工作汇报，供大家参考。"
    #expect(strip(sentence + closing + "\n" + text) == sentence + "\n" + text)
  }

  @Test("Of the rest of a sentence that a page's width broke off nothing goes")
  func restBeforeSentence() {
    let broken = "公众对养老服务有意见建议的，可以拨打县民政局的咨询电话，也可以在县政协的微信\n"
    let rest = "公众号留言，长按识别二维码，关注公众号即可领取资料。全镇走访三百一十二户，解决问题四十一个。\n"
    #expect(strip(broken + rest) == broken + rest)
    #expect(strip(broken + "##paidend##" + rest) == broken + rest)
    let further = "信箱反映。长按识别二维码，关注公众号“某某政协”，免费领取资料，详情在后台留言，也可以前往\n"
    #expect(strip(broken + further) == broken + further)
    #expect(strip(broken + "\n" + further) == broken + "\n信箱反映。\n")
    #expect(strip(broken + "信箱。下载本文档\n") == broken + "信箱。\n")
    // Held back behind a line in doubt, too.
    let doubtful = "百度网盘里有课件可以下载\n"
    #expect(
      strip(prose[0] + "\n" + doubtful + rest) == prose[0] + "\n" + doubtful
        + rest.drop { $0 != "全" })
    #expect(strip(broken.dropLast() + "。\n" + rest) != broken.dropLast() + "。\n" + rest)
  }

  @Test(
    "A carriage return before a mark changes nothing for a second run",
    arguments: ["1…1\r$$paidbegin$$", "\r##paidend##", "第3页\r\r<paid>", "加强领导。\r##pagebreak##"])
  func carriageReturn(line: String) {
    let once = strip(document(around: line))
    #expect(!once.contains("paid") && !once.contains("##"))
    #expect(strip(once) == once)
  }

  @Test("What goes from a line's end does not make the next line the rest of it")
  func noRestBehindPiece() {
    let line = "全镇走访三百一十二户，解决问题四十一个，群众满意度达到百分之九十六。&第3页/共9页\n"
    let once = strip(document(around: line + "上一篇：工作计划"))
    #expect(!once.contains("第3页") && strip(once) == once)
  }

  @Test("The rest of a sentence stays that a page's width broke off", arguments: ["", "— 7 —\n"])
  func staysAsRest(page: String) {
    let broken = "公众对养老服务有意见建议的，可以拨打县民政局的咨询电话，也可以在县政协的微信\n"
    let rest = "公众号留言，扫码关注公众号即可。\n"
    let ad = "长按识别二维码，关注公众号“笔墨园地”，每天免费领取写作素材\n"
    #expect(strip(broken + page + rest) == broken + rest)
    #expect(strip(broken + "\n" + ad) == broken)
    #expect(strip(broken.dropLast() + "。\n" + ad) == broken.dropLast() + "。\n")
  }

  @Test("Doubtful lines go at the tail and beside debris, and stay elsewhere")
  func position() {
    let doubtful = "百度网盘下载地址见简介"
    let debris = "本店代写各类材料，请加微信 bgs7712"
    #expect(strip(document(around: debris, doubtful)) == document())
    #expect(strip(document(around: doubtful, "", debris)) == document())
  }

  @Test(
    "Blank lines before debris stay, those behind it go, and all go at the end and at the beginning"
  )
  func blankLines() {
    let debris = "本文档编辑密码：gw2024"
    #expect(strip("甲乙丙。\n\n\n\(debris)\n\n\n\n丁戊己。\n\n") == "甲乙丙。\n\n\n丁戊己。\n\n")
    #expect(strip("甲乙丙。\n \n\n\(debris)\n\n##paidend##") == "甲乙丙。\n")
    #expect(strip("\n\n\(debris)\n\n甲乙丙。") == "甲乙丙。")
    #expect(strip("\n\(debris)\r\n\n") == "")
    let run = String(repeating: "\n", count: 300)
    #expect(strip("甲乙丙。\n" + run + debris + "\n") == "甲乙丙。\n" + run)
  }

  @Test("A metric goes with the text in which it stood, a comment stays")
  func annotations() {
    let input =
      "doc\treport/1\ta\ntext\t1\t1\t0\t本文档编辑密码：gw2024\nmetric\t1\t1\t2\t2\t\t=\tcount\t\t\t\n# 注\nend\tok\n"
    let output = StripAds.rehearse(input: Array(input.utf8)).text
    #expect(output == "doc\treport/1\ta\n# 注\nend\tok\n")
  }

  @Test("--keep-lines leaves a blank line where a line went")
  func keepLines() {
    let output = StripAds.rehearse("--keep-lines", input: Array("甲。\n下载本文档\n乙。\n".utf8)).text
    #expect(output == "甲。\n\n乙。\n")
  }

  @Test("What only names what might be offered is in doubt where it is short, not in a paragraph")
  func namingLines() throws {
    let pack =
      "[evidence goods weight=40 alone=no]\n素材库\n[evidence channel weight=40 alone=no]\n微信群\n"
    var judge = LineJudge(try DebrisRules([try Pack(Array(pack.utf8), name: "test")]))
    for (count, isHint) in [(10, true), (94, true), (160, false)] {
      let line = "素材库微信群" + String(repeating: "花", count: count)
      #expect(judge.read(Array(line.utf8).span).isHint == isHint, "\(count)")
    }
  }

  @Test(
    "A template that begins with * goes by what speaks for the report, unless its group says otherwise",
    arguments: [("", false), (" guarded=no", true), (" guarded=yes", false)])
  func openTemplates(key: String, isForced: Bool) throws {
    let pack = "[lines ad\(key)]\n*恭候光临 墨香小铺*\n[shield weight=30]\n群众\n"
    var judge = LineJudge(try DebrisRules([try Pack(Array(pack.utf8), name: "test")]))
    let goes = { (line: String) in judge.read(Array(line.utf8).span).lineClass == .debris }
    #expect(goes("小铺恭候光临"))
    #expect(goes("群众恭候光临") == isForced)
    #expect(goes("墨香小铺在群众中") == (key != " guarded=yes"))
  }

  @Test("A user's rows of a kind that the filter has itself count as rows of any kind")
  func rowsOfFormKind() throws {
    var judge = LineJudge(
      try DebrisRules([try Pack(Array("[evidence shout weight=90]\n墨香小铺恭候\n".utf8), name: "test")]))
    #expect(judge.read(Array("墨香小铺恭候".utf8).span).lineClass == .debris)
    #expect(judge.read(Array("墨香小铺到了！".utf8).span).lineClass == .kept)
  }
}
