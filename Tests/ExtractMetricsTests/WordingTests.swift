import Testing

@testable import extract_metrics

/// What reports are worded with around their figures: points taken off, averages, levels, those for whom something is done.
@Suite struct WordingTests {
  @Test(
    arguments: [
      // what is done for each
      ("缺席一次扣9分", ["缺席"]), ("缺席1次扣9分", ["缺席", "缺席"]), ("教师缺课每节扣9元", ["教师缺课"]), ("旧物折扣9元", ["旧物折扣"]),
      ("缺席一次扣5分，年度累计9次以上的给予警告", ["缺席", "缺席"]), ("9人以上的参训单位", ["参训单位"]),
      ("大米9吨，总价值9万元", ["大米", "总价值"]), ("物资总价值9万元", ["物资"]),
      // somebody, for whom something is done
      ("为县财政节约经费9万元", ["节约经费"]), ("给困难住户发放棉被9床", ["棉被"]), ("给水管网9公里", ["给水管网"]),
      ("每户住户送去了9元慰问金", ["慰问金"]),
      // who does it how often
      ("干部先后9次开展实地检查和调度", ["实地检查和调度"]), ("水稻先后9次获评优秀品种", ["水稻"]),
      // two verbs and what they make
      ("下发整改通知书9份", ["整改通知书"]), ("下发处罚决定书9份", ["处罚决定书"]), ("发放宣传手册9份", ["宣传手册"]),
      ("办理减税降费9亿元", ["减税降费"]), ("走访慰问9户", ["走访慰问"]), ("组织清理乱堆垃圾9吨", ["乱堆垃圾"]),
      ("新认定示范家庭9户", ["示范家庭"]),
      ("9个城市新筹集公租房3万套", ["城市", "公租房"]), ("棚户区改造开工9万套", ["棚户区改造开工"]),
      ("难题已经解决或基本解决的9件", ["难题已经解决或基本解决"]), ("甲队伍共接处警9起", ["接处警"]), ("消防部门共接警出动9起", ["接警出动"]),
      ("省政府已同意拿出9元", ["省政府已同意拿出"]), ("单位共建厕所9座", ["单位共建厕所"]),
      ("交由9个主办单位办理，", ["主办单位"]), ("9个主办单位办理点", ["主办单位办理点"]), ("各单位上报预案9份", ["预案"]),
      ("增设接待窗口9个", ["接待窗口"]), ("设接待窗口9个", ["接待窗口"]), ("新建改建道路9公里", ["道路"]), ("建立健全台账9本", ["台账"]),
      ("排查整治隐患9处", ["隐患"]), ("排查整治9次", ["排查整治"]), ("大会共有代表9名", ["代表"]), ("审计提出建议9条", ["建议"]),
      // since when, from what level, and a size among sizes
      ("粮食自2010年以来超过9亿斤", ["粮食"]), ("去年底企业数量超过9户", ["企业数量"]), ("收购价格为每公斤9元", ["收购价格"]),
      ("合作社由十年前的不足9个发展到12个", ["合作社", "合作社"]), ("①税收9亿元", ["税收"]),
      ("修建长9公里、宽4米的水泥路", ["水泥路", "水泥路"]), ("沟宽4米、深2米", ["沟宽", "沟宽"]),
      // what a unit counts that is a thing, and a verb whose object comes behind the figure
      ("面积9亩，辖4镇、10乡", ["面积", "镇", "乡"]), ("为家里带来9万元的纯收入", ["纯收入"]),
      ("11个部门抽调9名干部", ["部门", "干部"]), ("9个税种负增长", ["税种"]),
      // where it is, what was done with them, and what only may be
      ("接管的两家方舱医院里，", ["方舱医院"]), ("9名选手中，", ["选手"]), ("9所高中", ["高中"]), ("九大支柱行业中，", ["支柱行业"]),
      ("9座底座之上", ["底座"]),
      ("9名老人欢聚一堂", ["老人"]), ("通过率将可能下降到9%", ["通过率"]), ("向企业提供9万元的长期贷款", ["长期贷款"]),
      ("走访上百户", ["走访"]), ("晚上百户断电", ["断电"]),
      // an amount behind its owner
      ("4个国控断面水质优良率9%", ["国控断面", "水质优良率"]), ("9条河流平均水量9吨", ["河流", "平均水量"]), ("9个补短村建设，", ["补短村建设"]),
      ("住户9户9人无一返贫", ["住户", "住户"]), ("为村民义务理发9人", ["义务理发"]), ("为企业文化展厅布展9次", ["企业文化展厅布展"]),
      ("65岁以上老人体检率9%", ["老人", "体检率"]), ("运输、仓储和邮政业产值9亿元", ["运输、仓储和邮政业产值"]),
      ("资助他们每人每年9元", ["资助"]), ("由改革开放初期的9亩扩大到12亩", ["改革开放初期", "改革开放初期"]),
      ("林地由改革开放初期的9亩扩大到12亩", ["林地", "林地"]),
      ("甲率、乙类办结率分别为9%和8%", ["甲率、乙类办结率", "甲率、乙类办结率"]), ("就业率、升学率分别为9%和8%", ["就业率", "升学率"]),
      ("就业率、升学率、满意率分别提高9、8和7个百分点", ["就业率", "升学率", "满意率"]),
      ("城镇、农村居民收入分别增长9%和8%", ["城镇、农村居民收入", "城镇、农村居民收入"]),
      ("收到来信9件，其中涉及道路的6条、水利的8条", ["来信", "道路", "水利"]), ("项目区涉及9个乡镇", ["乡镇"]),
      ("由9个部门限期答复", ["部门"]), ("9份限期整改通知书", ["限期整改通知书"]), ("全年甲局接收档案9卷", ["档案"]),
      ("预警信息发布时效由9分钟缩短到3分钟", ["预警信息发布时效", "预警信息发布时效"]),
      ("警告9家、罚款8家", ["警告", "罚款"]), ("大米均价每公斤9元", ["大米均价"]), ("新建小蚕共育室9个", ["小蚕共育室"]),
      ("容量9吨，坝高9米", ["容量", "坝高"]),
      ("检查出版物市场9家", ["出版物市场"]), ("再生资源回收额9元", ["再生资源回收额"]), ("每千人口医师9人", ["医师"]),
      ("中心现有编制9名", ["编制"]), ("工资9元以下者交纳8%", ["工资", "工资"]),
      // averages
      ("机插秧每亩节约成本9元", ["节约成本"]), ("例会每月召开9次", ["例会"]), ("每车次补助9元", ["补助"]), ("每吨煤均价9元", ["每吨煤均价"]),
      ("玉米亩均施用复合肥9公斤", ["复合肥"]), ("每亩补助9元", ["补助"]),
      ("玉米亩均收入9元", ["玉米亩均收入"]), ("绿地面积人均9平方米", ["绿地面积"]),
      // when and where
      ("7×24小时自助服务区9处", ["自助服务区"]), ("5公里甲线改造工程9月上旬竣工", ["甲线改造工程"]), ("达产后年产值9亿元", ["年产值"]),
      ("辖区农村道路优良率为9%", ["农村道路优良率"]),
      // words that end like others
      ("9个项目的复查工作", ["项目的复查工作"]), ("实现项目的9%", ["项目"]), ("核减率达9%", ["核减率"]),
      ("增长率达9%", [""]), ("退出企业寿命延长9年", ["退出企业寿命"]),
    ] as [(String, [String])])
  func `what is worded around a figure is no part of its name`(
    text: String, labels: [String]
  ) throws {
    #expect(try Finding.all(in: text + "。").map(\.label) == labels)
  }

  @Test(arguments: [
    ("增速比上年高5个百分点", "+"), ("增速较去年同期快5个百分点", "+"), ("损耗较上年末低5%", "-"), ("成本同比均低5元", "-"),
    ("增速比全省高5个百分点", ""), ("增速高5个百分点", ""), ("核减率达5%", ""), ("住9号楼高5层", ""),
  ])
  func `what differs from an earlier level has risen or fallen`(
    text: String, change: String
  ) throws {
    #expect(try Finding.all(in: text).map(\.change).last == change)
  }

  @Test(arguments: [
    ("玉米亩均施用复合肥9公斤", "亩"), ("玉米亩均收入9元", ""), ("缺课每节扣9元", "节"), ("基数为每人每学期9元", "人每学期"),
    ("保洁费每公里每年9元", "公里每年"), ("每户每月9元", "户每月"), ("每千人口医师9人", "千人口"), ("每车次补助9元", "车次"),
  ])
  func `each has so much of what is done with it`(text: String, base: String) throws {
    #expect(try Finding.all(in: text).map(\.per) == [base])
  }

  @Test(arguments: [
    ("住9栋3单元302室", 0), ("住9号楼302室", 0), ("建成9栋住宅", 1), ("建成9座3层小楼", 2),
  ])
  func `an address states no figure`(text: String, count: Int) throws {
    #expect(try Finding.all(in: text).count == count)
  }

  @Test(
    arguments: [
      ("綠化面積達9畝，較上年增長5%", ["綠化面積", "綠化面積"], ["9亩", "5%"]),
      ("新購電腦9臺，經費9萬元", ["電腦", "經費"], ["9台", "90000元"]),
      ("參加培訓9個單位", ["單位"], ["9个"]), ("收購參拾肆元，捐贈參元", ["收購", "捐贈"], ["34元", "3元"]),
      ("道路維修9次", ["道路維修"], ["9次"]), ("訂書單9張、襪子9雙", ["訂書單", "襪子"], ["9张", "9双"]),
      ("共9間、9棟", ["", ""], ["9间", "9栋"]), ("时间不超過9分鐘", ["时间"], ["9分钟"]),
    ] as [(String, [String], [String])])
  func `traditional characters are read as simplified ones and written as they are`(
    text: String, labels: [String], values: [String]
  ) throws {
    let findings = try Finding.all(in: text + "。")
    #expect(findings.map(\.label) == labels)
    #expect(findings.map { $0.value + $0.unit } == values)
  }

  @Test func `packs may be written in traditional characters`() throws {
    let units = "[units kind=count]\n場館 櫥\n"
    #expect(try Finding.all(in: "新建9場館。", units: units).map(\.unit) == ["場館"])
    #expect(try Finding.all(in: "新建9场馆。", units: units).map(\.unit) == ["場館"])
    #expect(try Finding.all(in: "新建9櫥。", units: units).map(\.unit) == ["櫥"])
    let phrases = "[label-verbs]\n購辦\n"
    #expect(try Finding.all(in: "購辦電腦9臺。", phrases: phrases).map(\.label) == ["電腦"])
  }

  @Test func `every traditional character is read as another that is read as itself`() {
    for (glyph, plain) in GlyphVariants.pairs {
      #expect(GlyphVariants.plain(glyph) == plain)
      #expect(GlyphVariants.plain(plain) == plain)
      #expect(GlyphVariants.variants(of: plain).contains { GlyphVariants.pairs[$0].glyph == glyph })
    }
  }
}
