// Traditional characters, which are read as the simplified ones that the packs and the rules have.

/// Which characters are read as others: 國 as 国.
///
/// Only those that the words of the packs have, and none that simplified texts use too, as 著 and 乾.
enum GlyphVariants {
  /// Each character before the one that it is read as, in the order of these.
  private static let text = """
    萬万與与專专業业叢丛東东絲丝兩两嚴严個个箇个豐丰臨临為为爲为舉举麼么義义
    烏乌習习鄉乡書书買买爭争於于虧亏亞亚產产産产畝亩親亲億亿僅仅從从儀仪們们
    價价眾众衆众優优會会偉伟傳传傷伤體体餘余偵侦側侧償偿儲储兒儿兌兑黨党蘭兰
    關关興兴茲兹養养內内冊册寫写軍军農农決决況况凍冻凈净淨净準准減减幾几擊击
    鑿凿劃划則则創创刪删別别製制劑剂劇剧勸劝辦办務务動动勵励勞劳勢势勛勋勳勋
    區区醫医陞升華华協协單单佔占盧卢卻却捲卷廠厂廳厅曆历歷历壓压廁厕釐厘廂厢
    縣县參参雙双發发髮发變变疊叠隻只臺台號号弔吊後后嚮向噸吨聽听啓启啟启員员
    週周響响喚唤噴喷迴回團团糰团園园睏困圍围國国圖图圓圆場场塊块堅坚壇坛罈坛
    墾垦牆墙壯壮聲声處处備备復复複复夠够頭头奪夺獎奖婦妇學学寶宝實实審审傢家
    寬宽賓宾對对導导將将爾尔儘尽盡尽跼局層层屆届屬属歲岁崗岗島岛嶺岭峽峡鞏巩
    幣币佈布帥帅師师帶带幀帧幫帮幹干並并併并廣广莊庄慶庆庫库應应廢废開开張张
    強强歸归噹当當当錄录録录綵彩徹彻徵征徑径誌志憂忧態态總总懸悬懲惩癒愈願愿
    戲戏戰战戶户紮扎撲扑託托執执擴扩掃扫揚扬撫抚搶抢護护報报擔担擬拟擁拥攔拦
    撥拨擇择掛挂撓挠揮挥綑捆撈捞換换搗捣擣捣據据攬揽攜携攝摄擺摆搖摇攤摊撐撑
    數数斬斩斷断無无舊旧時时晝昼顯显晉晋術术機机殺杀權权條条來来盃杯極极構构
    棗枣標标棟栋欄栏樹树樣样檔档橋桥樁桩樑梁檢检樓楼橫横歐欧殘残毀毁畢毕氣气
    匯汇彙汇漢汉湯汤溝沟沒没註注灑洒澆浇測测濟济瀏浏濃浓濬浚湧涌潤润漲涨漸渐
    漁渔溫温遊游灣湾滿满潛潜滅灭燈灯災灾點点煉炼鍊炼熱热愛爱牽牵狀状獨独豬猪
    貓猫獻献環环現现電电畫画療疗盞盏鹽盐監监蓋盖盤盘矯矫礦矿碼码礎础確确禮礼
    離离種种積积稱称稅税穩稳竅窍窩窝筆笔築筑篩筛籌筹簽签籤签簡简類类糧粮係系
    繫系緊紧纍累糾纠紅红約约級级紀纪純纯納纳縱纵紛纷紋纹紐纽綫线線线練练組组
    細细織织終终紹绍經经結结繞绕繪绘給给絡络絕绝絶绝統统繼继績绩緒绪續续維维
    綠绿緑绿緬缅緩缓締缔編编緣缘縮缩繕缮繳缴網网羅罗罰罚羣群職职聯联勝胜腦脑
    脫脱騰腾緻致捨舍節节蘇苏範范薦荐榮荣藥药蓮莲獲获穫获營营薩萨虛虚雖虽蝦虾
    蠶蚕銜衔補补錶表襪袜裝装見见觀观規规視视覽览觸触譽誉計计訂订認认討讨讓让
    訓训議议記记講讲許许訟讼設设訪访証证證证評评識识訴诉診诊詞词試试詩诗話话
    詢询該该誡诫語语誤误說说説说請请諸诸讀读課课調调談谈謀谋諜谍諧谐謂谓謝谢
    謙谦榖谷穀谷貝贝負负財财責责賬账貨货質质貧贫購购貫贯貼贴貴贵貸贷貿贸費费
    賃赁資资賠赔賽赛讚赞贊赞贈赠贏赢趕赶趨趋躍跃踐践車车軌轨轉转輪轮輕轻載载
    較较輛辆輩辈輸输轄辖邊边達达遷迁過过邁迈運运還还這这進进遠远違违連连適适
    選选遞递邏逻踰逾鄰邻採采釋释裡里鑑鉴鑒鉴針针鍾钟鐘钟鋼钢鈞钧鈕钮錢钱鐵铁
    鉛铅銅铜鋁铝剷铲鏟铲銀银舖铺鋪铺鏈链銷销鎖锁鍋锅鏽锈鋅锌錨锚錫锡錦锦鍵键
    鎂镁鎮镇鎳镍鎊镑鏡镜長长門门閉闭問问間间聞闻閣阁閱阅閬阆隊队陽阳陣阵階阶
    際际陸陆險险隨随隱隐難难靜静麵面韓韩頁页頂顶頃顷項项順顺須须顧顾頓顿頒颁
    預预領领頻频穎颖顆颗題题額额風风飛飞飯饭飽饱館馆饋馈馬马馳驰驅驱驢驴駛驶
    駐驻駕驾驛驿驗验騎骑騾骡魚鱼雞鸡鳴鸣鴨鸭鴿鸽鵝鹅麥麦齊齐齡龄龍龙
    """

  /// Each character and the one that it is read as.
  static let pairs: [(glyph: Glyph, plain: Glyph)] = {
    var pairs: [(glyph: Glyph, plain: Glyph)] = []
    pairs.reserveCapacity(1000)
    var first: Glyph?
    for scalar in text.unicodeScalars where scalar != "\n" {
      if let glyph = first { pairs.append((glyph, Glyph(scalar))) }
      first = first == nil ? Glyph(scalar) : nil
    }
    return pairs
  }()

  /// What each code point is read as; 0 for those that are read as they are.
  static let plain: [UInt16] = {
    var plain = [UInt16](repeating: 0, count: 1 << 16)
    for pair in pairs { plain[Int(pair.glyph.code)] = pair.plain.code }
    return plain
  }()

  /// What the characters are read as.
  private static let plains: GlyphSet = {
    var plains = GlyphSet()
    for pair in pairs { plains.insert(pair.plain) }
    return plains
  }()

  /// What a glyph is read as.
  static func plain(_ glyph: Glyph) -> Glyph {
    let code = plain[Int(glyph.code)]
    return code == 0 ? glyph : Glyph(code: code)
  }

  /// Makes plain the glyphs from `start` on.
  static func makePlain(_ glyphs: inout [Glyph], from start: Int = 0) {
    let plain = plain.span
    var glyphs = glyphs.mutableSpan
    for i in start..<glyphs.count {
      let code = plain[Int(glyphs[i].code)]
      if code != 0 { glyphs[i] = Glyph(code: code) }
    }
  }

  /// The characters that are read as a glyph, among the pairs.
  static func variants(of plain: Glyph) -> Range<Int> {
    guard plains.contains(plain) else { return 0..<0 }
    var start = 0
    var end = pairs.count
    while start < end {
      let middle = (start + end) / 2
      if pairs[middle].plain < plain { start = middle + 1 } else { end = middle }
    }
    while end < pairs.count, pairs[end].plain == plain { end += 1 }
    return start..<end
  }
}
