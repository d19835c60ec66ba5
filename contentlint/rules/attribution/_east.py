"""Phrases of Chinese, Japanese, Korean, Vietnamese, Indonesian and Arabic; see `Language`.

In one module, for these are tables of one form.
"""

from contentlint.rules.attribution._language import Language

CHINESE = Language(
    "zh",
    author=(
        "作者; 本文作者; 文章作者; 撰文; 撰稿; 撰稿人; 撰写; 執筆; 执笔; 原创; 原創; 署名; 采写; 採寫; 投稿; 投稿人; 供稿; 主笔; 主筆; 特约作者; 特約作者; 专栏作家; 專欄作家; 文字作者; 作 者; 采访撰文; 採訪撰文; 採訪、撰文; 采访、撰文; 採訪; 本报记者; 本報記者; 特约记者; 特約記者;"
        "记者; 記者; 实习记者; 實習記者; 全媒体记者; 通讯员; 通訊員; 发布者; 發佈者; 發布者; 发布人; 作者名; 作者姓名; 文章作者; 撰稿/采访; 采访; 文案; 文/图; 图/文; 文/圖; 圖/文; 图文; 圖文; 文图; 文圖; 口述; 整理; 採訪撰稿; 特约撰稿; 特約撰稿; 讲述; 來稿; 来稿; 特约撰稿人; 作者丨; 原文作者"
    ),
    text="文; 文字; 文章; 文本; by; 原文; 笔者; 筆者",
    about="作者简介; 作者簡介; 作者介绍; 作者介紹; 关于作者; 關於作者; 本文作者; 作者信息; 作者資訊; 作者小传; 撰稿人简介; 嘉宾介绍",
    translator="译者; 譯者; 翻译; 翻譯; 译; 譯; 编译; 編譯; 中文翻译; 中文翻譯; 中译; 中譯; 译文; 正體中文翻譯; 翻译者; 翻譯者; 译制; 校译; 校譯; 编译者; 翻译人员; 译注; 摘译; 譯文; 翻译/整理; 本文译者; 本文譯者; 译 者; 译校",
    translated_by="由~{翻译|翻譯|编译|編譯}; {笔者|筆者|本人|我|自己}~{翻译|翻譯|编译|編譯|译|譯}; {原创|原創}{编译|編譯|翻译|翻譯}; 机翻; 機翻; 机器翻译; 機器翻譯; chatgpt; deepl; {谷歌|google}翻译; {译者|譯者}按; 试译; 試譯; 拙译; 拙譯",
    translated=(
        "{本文|此文|该文|該文|本篇|文章|本译文}{由~|~|}{翻译自|翻譯自|译自|譯自|编译自|編譯自}; {翻译自|翻譯自|译自|譯自|编译自|編譯自|译文出自|譯文出自|摘译自}; 本文由{英文|日文|法文|德文|韩文|韓文|俄文|英语|英語}{翻译|翻譯}而来; {本文|此文|本篇}{是|为|為}~的{|中文|简体中文|繁體中文|简体|繁體}{翻译|翻譯|译文|譯文|译本|譯本}; {本文|此文|本篇}{是|为|為}~的{中文版|中译}; 本文为译文; 本文是译文; 这是~的{翻译|译文}; 以下是~的{译文|翻译}"
    ),
    source=(
        "来源; 來源; 文章来源; 文章來源; 新闻来源; 新聞來源; 稿源; 稿件来源; 稿件來源; 信息来源; 信息來源; 资讯来源; 消息来源; 消息來源; 内容来源; 內容來源; 转载自; 轉載自; 转自; 轉自; 轉貼自; 转帖自; 本文转自; 本文轉自; 本文转载自; 本文轉載自; 转载来源; 轉載來源; 转载; 轉載; 首发; 首發; 首发于; 首發於; 本文首发于; 本文首發於; 首刊於;"
        "原载; 原載; 原载于; 原載於; 出处; 出處; 原文出处; 原文出處; 摘自; 节选自; 節錄自; 選自; 选自; 引自; 编译自; 編譯自; 整理自; 搬运自; 原刊; 本文来源; 本文來源; 文/来源; 信源; 报道来源; 報導來源; 素材来源于; 转载于; 来源于; 來源於; 资料来源于"
    ),
    titled="原文链接; 原文鏈接; 原文連結; 原文地址; 原文标题; 原文標題; 英文原文; 日文原文; 法文原文; 德文原文; 韩文原文; 原文网址; 原文網址; 原文题目; 原題; 原文出自; 原文来自; 原文來自",
    original="原文; 阅读原文; 閱讀原文; 点击阅读原文; via; 原文见; 原帖; 原帖地址; 文章链接; 文章地址; 链接; 原文链接地址; 查看原文; 本文链接; 原始链接; 原链接; 全文链接; 原文在此; 原始出处; 参考原文; 原网页; 来源链接; 來源連結; 新闻链接",
    lead="阅读原文; 閱讀原文; 原文; 查看原文; 全文; 原帖; 出处; 出處; 来源; 來源; 线上版; 線上版; 点此阅读; 點此閱讀; 首发; 首發; 转自; 轉自; 转载; 轉載; 详见; 链接; 這篇文章; 这篇文章; 阅读全文; 閱讀全文; 原始; via",
    published=(
        "{来源于|來源於|引自|编译自|編譯自|转载自|轉載自|转自|轉自|轉貼自|转贴自|转帖自|转载于|搬运自|搬運自|整理自|摘自|节选自|節選自|節錄自|摘录自|摘錄自|节录自|选自|選自|摘编自|摘編自}; {最早|最初|首次|首先|原先|曾|原|先|同步|初次|}{发表|發表|刊登|刊载|刊載|刊发|刊發|首发|首發|发布|發布|發佈|出现|出現|刊出|连载|連載|登载}{于|於|在}; {首发|首發|原载|原載|原刊|首刊|曾刊|曾载|刊}{于|於|在}; {原载|原載|首发|首發}《;"
        "{经|經|获|獲|已获|已獲|承蒙}~{授权转载|授權轉載|同意转载|同意轉載|授权发布|授權刊登|授权刊载|许可转载|惠允转载}; 本文由~{提供|供稿}; 本文係由~提供; {授权转载自|授權轉載自|经授权转载自|授权转自|經授權轉載自|獲授權轉載自}; {原文|文章}{发表|發表|刊登|刊载|刊載|首发|载|載}{于|於|在}; {据|據}~{客户端消息|客戶端消息|消息|报道|報道|報導}; 源自; 来自{公众号|微信公众号|公眾號}; 本文来自; 本文來自"
    ),
    itself="{本文|此文|该文|該文|原文|这篇文章|這篇文章|本篇|文章|本稿|该篇|此篇|这篇|這篇|本报道|本連載|本系列|此稿|全文|本文章}",
    said="{来源于|來源於|引自|编译自|編譯自|转载自|轉載自|转自|轉自|首发于|首發於|原载|原載|刊于|刊於|曾刊|曾载|发表在|發表在|发表于|發表於|来源于|來源於|选自|取自|载于|載於|投稿于}; 最早{发表|發表|出现|出現}; {授权|授權}{转载|轉載|刊登|发布}; 〉最早出現於",
    own=(
        "本站; 自己; 本人; 个人; 個人; 作者; 投稿; 原创; 原創; 笔者; 筆者; 网络; 網路; 網絡; 互联网; 浏览器; 瀏覽器; 请求; 文件; 配置; 目录; 数据; 数据库; 代码; 用户; 系统; 未知; 不详; 读者; 讀者; 默认; 设置; 输入; 输出; 本地; 截图; 自制; 自製; 港务; 自绘; 我的; 港務; 仪器; 公开; 官方文档; 官网; 表; 图; 统计; 本博客; 我; 該; 该; 這; 这; 各; 多; 以下; 参考; 以上; 如下; 整理; 自拍; 他处; 他處; 别处; 別處"
    ),
    work="书名; 書名; 出版社; 出版; 片名; 歌名; 作曲; 作词; 作詞; 专辑; 專輯; 版本; 许可证; 许可; 插件; 插件名; 页数; 頁數; 定价; 定價; isbn; 论文; 論文; 会议; 會議; 期刊; 主题; 主題; 出版时间; 出版年; 导演; 片长; 豆瓣评分; 丛书; 装帧; 类型; 作品; 诗; 詩; 仓库; 项目名称; 开源协议; 书籍; 论文标题; 题目; 单位; 摘要; 关键词; 专辑名; 语言; 演唱; 编曲; 歌手; 导 演; 协议; 项目地址; 下载地址; github",
    other="编; 編; 审; 審; 校; 排; 责编; 編輯; 编辑; 责编; 責編; 责任编辑; 責任編輯; 校对; 校對; 审校; 審校; 审核; 審核; 审订; 審訂; 排版; 摄影; 攝影; 图; 圖; 图片; 圖片; 图源; 圖源; 题图; 題圖; 封面; 插画; 插畫; 设计; 設計; 美编; 监制; 監製; 出品; 日期; 时间; 時間; 发布时间; 阅读; 浏览; 选题; 校对者; 策划; 策劃; 统筹; 校稿; 编审; 制作; 視覺; 视觉; 分类; 标签; 字数; 点击; 編審",
    never="基本; 正體; 简体; 繁体; 要求; 格式; 加粗; 颜色; 名称; 如下; 链接; 版本; 其他; 说明",
    agencies="新华社; 新華社; 新华网; 中新社; 中央社; 中新网; 法新社; 路透社; 路透; 美联社; 美聯社; 共同社; 韩联社; 韓聯社; 塔斯社; 德新社; 埃菲社; 合众社; 合眾社; 中国新闻网; 新华",
    news="资讯; 資訊; 新闻; 新聞; 新媒体; 新媒體; 头条; 頭條; 科技; 编程; 推荐; 推薦; 热点; 行业; 行业资讯; 聚合; 今日; 每日; 快讯; 快訊; 媒体; 媒體; 业界; 焦点; 要闻",
    ours="我们的; 我們的; 我们很高兴; 我們很高興; 团队也; 團隊也; 本公司; 我司; 弊司; 我们公司; 欢迎联系; 我们团队",
)

JAPANESE = Language(
    "ja",
    author=(
        "著者; 著; 執筆; 執筆者; 筆者; 書いた人; この記事を書いた人; ライター; 文責; 取材・文; 取材/文; 文・写真; 写真・文; 構成・文; 取材; 投稿者; 作成者; 寄稿; 寄稿者; 記者; 編集・文; 聞き手・文; 構成; 取材・構成; 取材・執筆; インタビュー・文; 作者; 文と写真; この記事の著者; 記事を書いた人; 書き手; 取材・文責; 執筆・編集; 文・構成; 聞き手; 報告者; 担当ライター"
    ),
    text="文; 文章; text; テキスト; words; 原稿; インタビュー; text by; written by; by",
    about="著者について; 著者プロフィール; 筆者プロフィール; この記事を書いた人; 執筆者紹介; ライタープロフィール; プロフィール; 著者紹介; 筆者紹介; 書いた人; ライター紹介; 執筆者プロフィール",
    translator="訳; 訳者; 翻訳; 翻訳者; 日本語訳; 和訳; 監訳; 抄訳; 編訳; 日本語版翻訳; 翻訳・編集; 邦訳; 翻訳協力; 翻訳担当; 訳文; 翻訳/編集; 共訳; 日本語版; 英訳",
    translated_by="{私|筆者|僕|自分|わたし}が~訳; が翻訳{しました|した|を}; が訳; {機械翻訳|自動翻訳}; deepl; google 翻訳; 翻訳者は; 拙訳; 訳者注; 翻訳協力",
    translated=(
        "{この|本}{記事|稿|文章|エントリ|ページ|文書|翻訳|投稿}は~{を翻訳したもの|を翻訳した記事|の翻訳|を翻訳|の日本語訳|の和訳|翻訳した|の訳|の抄訳}; 以下は~の{翻訳|日本語訳|和訳|訳}; {英語|中国語|フランス語|ドイツ語|韓国語|ロシア語|スペイン語|イタリア語}{版|}から{の|}翻訳; を翻訳したもの; の日本語訳です; の翻訳です; を和訳したもの; 許可を得て翻訳"
    ),
    source=(
        "出典; 出典元; 引用元; 転載元; 転載; 情報源; ソース; 情報元; 参照元; 初出; 提供; 配信元; 掲載元; クロスポスト; 元ネタ; 引用; 配信; 掲載; ニュース元; 初出は; 初出誌; 再掲; 転載記事; 記事提供; 初掲載; 原典; source; via"
    ),
    titled="元記事; 原文タイトル; 原題",
    original="原文; 元記事; 元の記事; 記事全文; 原著; 続きはこちら; 元エントリ; 元ページ; 原文はこちら; オリジナル; 記事はこちら; 元url; 原文url; 参照; 全文",
    lead="原文; 元記事; 元の記事; 全文; 原稿; こちら; オリジナル; 続き; 転載元; 出典; 記事を読む; 掲載; リンク; 続きを読む; 初出; で読む",
    published="{初出|転載元|引用元}は; {共同通信|時事通信}配信",
    itself="{この|本|当}{記事|稿|文章|コラム|エッセイ|エントリ|原稿|投稿|連載|レポート|インタビュー|テキスト|ページ}; 以下の記事",
    said="{から|より}の転載; に{掲載|寄稿|発表}{された|した|されて}; の再掲; から配信; の提供; {から|より}転載",
    after=(
        "{から|より}{の|}{転載|再掲|引用|抜粋}; に{掲載された|寄稿した|投稿した|発表した|公開した|掲載した|連載した|書いた|載せた}{もの|原稿|記事|文章|コラム}; の{会報|雑誌|誌面|ブログ}に{掲載|寄稿|発表}した; {から|より}配信を受けて; に{書いた|投稿した|公開した|載せた}ものの再掲; にも{投稿|掲載|公開|寄稿}{しています|された|されています|している|しました}; に掲載されています; の提供記事; 掲載分; ウェブ版より転載; の許可を得て転載; の許諾を得て掲載; からの転載; との提携により{掲載|配信}; 提供の記事"
    ),
    own="自分; 本人; 作者; 筆者; 著者; 不明; ネット; インターネット; 自作; 設定; ファイル; フォルダ; 入力; 出力; データ; 当サイト; 公式; 本誌; コード; 港湾; 年報; 自社; 独自; 弊社; 図; 表; 以下; 次; 上記; 社内",
    work="書名; 出版社; 出版; 価格; 定価; isbn; 論文; 学会; 会議; 雑誌; 監督; 作曲; 作詞; アルバム; 映画; 曲名; バージョン; ライセンス; 発行; 発売日; ページ数; ジャンル; 作品; 作品名; 訳者; 発行年; 書籍; タイトル; 題名; 出演; シリーズ; レーベル",
    other="編集; 校正; 写真; 撮影; 写真提供; イラスト; 図; デザイン; 監修; 画像; 日付; 公開日; 更新日; カテゴリ; タグ; 協力; 司会; 出席; 記録; 話し手; ヘアメイク; 制作; 企画; 進行; 校閲; 翻訳; 絵",
    never="基本; テスト; 段落; 要約; 概要; 説明; こちら; 編集部; 一覧; 続き",
    agencies="共同通信; 共同; 時事; 時事通信; ロイター; afp; ap; 共同通信社; 時事通信社; afp通信; ロイター通信",
    news="ニュース; 新聞; メディア; テクノロジー; 報道; 話題; トピックス; 速報; まとめ; フィード",
    ours="弊社; 当社; 私たちのチーム; 私たちの; 我が社; 弊チーム; お客様; 当工房; わたしたち; 弊店",
)

KOREAN = Language(
    "ko",
    author="글쓴이; 작성자; 작성; 저자; 지은이; 필자; 취재; 정리; 인터뷰; 기고; 기고자; 에디터; 글·사진; 글/사진; 글, 사진; 글과 사진; 취재·글; 기자; 취재기자; 글쓴 이; 글 작성; 글·취재; 특파원; 리포터; 원고; 글·그림; 작가; 쓴이; 게시자; 올린이; 올린 이; 집필; 칼럼니스트; 정리·취재; 글·정리; 취재/글; 쓴 사람",
    text="글; 텍스트; 본문; text",
    about="글쓴이 소개; 저자 소개; 필자 소개; 작가 소개; 글쓴이; 저자; 필자; 글쓴이에 대하여; 저자에 대해; 기자 소개; 저자 약력; 필자 약력; 프로필",
    guest="이 글은 ~ 기고입니다",
    translator="번역; 번역자; 옮긴이; 옮김; 역자; 역; 한국어 번역; 한글 번역; 번역·정리; 번역 및 정리; 번역/정리; 옮긴 이; 한국어판 번역; 번역·감수; 우리말 옮김; 공역; 번역 감수; 편역; 국문 번역",
    translated_by="{제가|내가|필자가|직접} ~{번역|옮긴|옮겼}; {기계|자동} 번역; 번역은 ~가; 파파고; deepl; 에 의해 번역; 님이 {번역|옮김|옮겨}; 번역했습니다; 번역했다",
    translated="이 {글|기사|문서|페이지|포스트|번역문}{은|는} ~{번역한|옮긴|번역했|번역입니다|번역본|번역하였|번역글}; {영어|일본어|중국어|프랑스어|독일어|스페인어|러시아어}{에서|를} 번역; 를 번역한 {글|것}; 을 번역한 {글|것}; 의 번역입니다; 의 번역본입니다; 아래는 ~ 번역입니다; 허락을 받아 번역",
    source="출처; 원문 출처; 원출처; 전재; 펌; 뉴스 출처; 기사 출처; 글 출처; 퍼온 곳; 출처 및 원문; 최초 게재; 퍼옴; 처음 실린 곳; 자료 제공; 출처 링크; 게재; 제공; via; 재게재; 인용 출처; 초출; 첫 게재",
    titled="원문 제목; 기사 원문; 원문; 원본; 원글",
    original="원문 링크; 원문 보기; 원문 주소; 원본 글; 원본 링크; 기사 링크; 링크; 전문 보기; 원글 링크; 관련 원문; 기사 보기; 원 기사; 바로가기; 원작; 전체 기사",
    lead="원문; 원글; 원본; 바로가기; 전문; 기사 원문; 출처; 보기; 링크; 원 기사; 읽기; 기사 보기",
    published="[펌]; [퍼옴]; {출처는|원문은}",
    itself="이 {글|기사|칼럼|원고|인터뷰|포스트|연재|보도|에세이|리뷰|시리즈}{은|는|}; {본|위} {글|기사|칼럼|콘텐츠}{은|는|}",
    said="에 {처음|먼저|} {게재|실린|실렸|발표|소개|올린|올렸}; {에서|의} ~{전재|옮|퍼|가져}; 에도 {게재|실렸|올렸|게시}; 제휴로",
    after=(
        "에 {처음|먼저|최초로|} {실린 글|실렸던 글|실린 기사|게재된 글|게재된 기사|올린 글|발표한 글|쓴 글|실린 칼럼|기고한 글|게재한 글|연재한 글|실렸습니다|게재되었습니다|실렸던}; 에서 {전재|옮겨|옮긴|옮김|퍼온|퍼왔|가져온|가져왔|발췌}; {의|와} {허락을 받아|동의를 얻어|허가를 받아|협의하에} {전재|옮|게재|싣}; 에도 {게시|게재|실렸|올렸|실린|발행}; {과의|와의} 제휴로 {게재|제공}; 허락을 받아 {전재|게재|옮}; 제휴 {기사|콘텐츠}입니다; 을 전재한 것; 를 전재한 것; 에 먼저 올린"
    ),
    own="본인; cms; api; 서버; 데이터베이스; 저장소; 작성자; 저자; 필자; 자체; 직접; 미상; 인터넷; 설정; 파일; 폴더; 입력; 출력; 데이터; 통계; 기본값; 공식; 코드; 항만; 자료; 네트워크; 위키; 그림; 표; 캡처; 내; 나; 우리; 저희; 다음; 아래; 요청",
    work="책; 출판사; 정가; isbn; 논문; 학회; 저널; 감독; 작곡; 작사; 앨범; 영화; 버전; 라이선스; 제목; 발행; 페이지; 장르; 작품; 출판; 발행일; 쪽수; 도서; 책 제목; 시리즈; 출간; 펴낸곳; 역자; 옮긴이; 쪽",
    other="사진; 편집; 감수; 그림; 촬영; 삽화; 일러스트; 디자인; 이미지; 날짜; 등록; 수정; 분류; 태그; 교정; 영상; 진행; 참석; 기록; 번역; 사진 제공; 제작; 대담; 편집자; 에디터",
    never="요약; 목록; 내용; 제목; 쓰기; 작성; 보기; 정보; 설명",
    agencies="연합뉴스; 뉴시스; 뉴스1; 로이터; ap; afp; 연합; 로이터통신; 신화통신; 노컷뉴스; 블룸버그",
    news="뉴스; 신문; 미디어; 언론; 기술; 소식; 헤드라인; 추천; 속보; 화제; 피드",
    ours="저희; 우리 팀; 우리 회사; 당사; 고객님; 우리 공방; 본사는; 저희 팀",
)

VIETNAMESE = Language(
    "vi",
    author="tác giả; tác giả bài viết; bài; bài viết; người viết; viết bởi; đăng bởi; thực hiện; biên soạn; tổng hợp; phóng viên; pv; bài và ảnh; bài viết của; cộng tác viên; người đăng; bởi; khách mời; tác giả khách mời; ghi; người thực hiện; soạn; người tổng hợp; nhà báo; phóng sự; phỏng vấn",
    text="bài; nội dung; bài & ảnh; bài, ảnh; phóng sự; bài và hình",
    by="viết bởi; đăng bởi; bởi; bài của; bài viết của; phóng viên; pv; tác giả; người viết; thực hiện bởi; biên soạn bởi; một bài viết của; bài viết khách mời của; cộng tác viên; bài và ảnh",
    guest="{đây là|} bài viết khách mời {của|từ}; tác giả khách mời",
    about="về tác giả; đôi nét về tác giả; thông tin tác giả; giới thiệu tác giả; tác giả; tiểu sử; vài nét về tác giả; về người viết",
    bio="là {~|}; dạy; làm việc {tại|ở}; viết {về|cho}; sống {tại|ở}; đang {~|}; hiện {~|}; từng {~|}",
    translator="người dịch; dịch giả; dịch; dịch bởi; bản dịch; bản dịch của; biên dịch; chuyển ngữ; dịch và biên tập; lược dịch; việt hóa; nhóm dịch; dịch từ tiếng anh; dịch thuật; bản dịch tiếng việt; phiên dịch; người chuyển ngữ; dịch & hiệu đính; bản tiếng việt",
    translated_by="dịch bởi; bản dịch của; {chuyển ngữ|biên dịch} bởi; tôi dịch; dịch máy; dịch tự động; {tôi|mình} {đã|} dịch; người dịch; dịch giả; được ~ dịch {lại|sang}",
    translated="{bài viết|bài|bài này|tài liệu này|bài viết này} {được|} dịch từ; được dịch từ; dịch từ {tiếng|bài|nguyên tác|bản}; bài dịch từ; {đây|bài này|bài viết này|tài liệu này} là bản dịch; là bản dịch của; lược dịch từ",
    source="nguồn; nguồn tin; nguồn bài; nguồn bài viết; link nguồn; theo; trích; trích nguồn; trích từ; đăng lại từ; sưu tầm; sưu tầm từ; dẫn theo; via; dẫn nguồn; bài đã đăng trên; nguồn tham khảo; nguồn gốc",
    original="bài gốc; xem bài gốc; bài viết gốc; bản gốc; link gốc; nguyên bản; nguyên tác; đọc bài gốc; xem bài viết gốc; link bài gốc; liên kết gốc; đường dẫn gốc; tham khảo bài gốc; nguyên văn; link bài viết",
    lead="bài gốc; bản gốc; link gốc; gốc; nguồn; nguyên bản; xem thêm tại; đọc {tiếp|thêm|bài}; nguyên văn; tại đây; link",
    published=(
        "{đăng|in|xuất bản|công bố|phát hành} {lại|lần đầu|lần đầu tiên|lần đầu trên} {từ|trên|tại|ở|với sự cho phép của}; lần đầu {in|đăng|xuất bản|công bố} {trên|tại|ở|trong}; {bài viết|bài|bài này|bài gốc} {đã|được|} {đăng|in|xuất bản} {lần đầu|lần đầu tiên|} {trên|tại|ở};"
        "trích {từ|nguồn}; sưu tầm {từ|trên}; theo; dẫn theo; đăng lại {từ|với sự cho phép của|trên}; được sự {đồng ý|cho phép} của; via; nguồn từ; lấy từ; tin do {hãng|}; nội dung do; bài do; tin từ"
    ),
    itself="{bài viết|bài|bài này|bài viết này|bài báo|tin|truyện|câu chuyện} {này|}; bài ~",
    said="{đã|được|} {đăng|in|xuất bản|công bố} {lần đầu|lần đầu tiên|} {trên|tại|ở}; xuất hiện {đầu tiên|lần đầu} {trên|tại}; do ~ cung cấp; {lấy|trích} từ; được sự {đồng ý|cho phép} của",
    own="tác giả; tự; tổng hợp; không rõ; internet; nhiều; cài đặt; tệp; tập tin; thư mục; đầu vào; đầu ra; dữ liệu; tính; chúng tôi; menu; hình; bảng; https; mã; trang; điện; quy định; thứ tự; luật; mặc định; tôi; mình; yêu cầu; đó; kế hoạch; như; ý; dõi; nghị; mở; cách; kinh; quan; lịch; lời; truyền; thống; nguyên tắc; thời gian; khảo sát; báo cáo; số liệu; chương trình",
    work="tên sách; sách; nhà xuất bản; nxb; isbn; âm nhạc; giấy phép; phiên bản; đạo diễn; số trang; album; bài hát; phim; tạp chí; hội nghị; thể loại; giá; tác phẩm; năm; năm xuất bản; dịch giả; bộ sách; giá bìa; tựa đề; tên truyện",
    other="ảnh; hình; hình ảnh; minh họa; biên tập; hiệu đính; đồ họa; ngày; thiết kế; người dịch; dịch; video; chuyên mục; trình bày; ảnh bìa",
    never="quy; định; thứ; tự; bảng; chữ; cái; luật; luật; dõi; này; đó; các; những; một; hai; xin; chào; thế; giới; vì; thế; nên; mới; ngày; tháng; năm; mùa; sáng; chiều; tối; chúng; tôi; vậy; điều; khoản; kế; hoạch; yêu; cầu; thời; gian; lịch; trình",
    agencies="ttxvn; thông tấn xã việt nam; reuters; afp; ap; vna; tân hoa xã; vnexpress; tuổi trẻ",
    news="tin tức; báo chí; thời sự; công nghệ; tin; tổng hợp; nổi bật; tin mới",
    ours="chúng tôi mở; đội ngũ của chúng tôi; công ty chúng tôi; khách hàng của chúng tôi; của chúng tôi",
)

INDONESIAN = Language(
    "id",
    author="oleh; penulis; para penulis; ditulis oleh; reporter; pewarta; wartawan; laporan; kontributor; karya; diposting oleh; diposkan oleh; dikirim oleh; diterbitkan oleh; disusun oleh; dilaporkan oleh; penulis tamu; jurnalis; liputan; laporan wartawan; pengirim; narasi; penyusun; koresponden; wawancara oleh; artikel oleh",
    text="teks; naskah; teks dan foto; teks & foto; tulisan; artikel; naskah dan foto",
    by="oleh; ditulis oleh; diposting oleh; diposkan oleh; dikirim oleh; diterbitkan oleh; disusun oleh; penulis; laporan; sebuah tulisan oleh; tulisan tamu oleh; artikel tamu oleh; dilaporkan oleh; wartawan; teks dan foto oleh; artikel oleh; tulisan oleh; laporan wartawan",
    guest="{tulisan|artikel} ini {ditulis|disusun|adalah tulisan tamu} oleh; penulis tamu {kami|}; {halo|hai}, saya",
    about="tentang penulis; mengenai penulis; profil penulis; penulis; biografi; sekilas penulis; tentang kontributor",
    bio="adalah; merupakan; mengajar; bekerja {sebagai|di}; menulis {tentang|untuk}; tinggal {di|dan}; memimpin; seorang",
    translator="penerjemah; diterjemahkan oleh; terjemahan; terjemahan oleh; alih bahasa; alih bahasa oleh; dialihbahasakan oleh; diindonesiakan oleh; disadur oleh; penyadur; terjemahan bahasa indonesia; penerjemah dan penyunting; pengalih bahasa; versi indonesia; versi bahasa indonesia; tim penerjemah; terjemah; terjemahan bebas oleh; terjemahan indonesia",
    translated_by="diterjemahkan ~ oleh; {diterjemahkan|dialihbahasakan|diindonesiakan|disadur} oleh; terjemahan oleh; alih bahasa oleh; {terjemahan|penerjemahan} {mesin|otomatis}; saya {terjemahkan|menerjemahkan}; kami {terjemahkan|menerjemahkan}; penerjemah",
    translated="diterjemahkan dari; {artikel|tulisan|naskah|dokumen} ini {merupakan|adalah} terjemahan; {artikel|tulisan|naskah|dokumen} ini {telah|} diterjemahkan; terjemahan {dari|bebas dari}; {disadur|dialihbahasakan} dari; terjemahan artikel; ini adalah terjemahan",
    source="sumber; sumber berita; sumber artikel; sumber asli; sumber tulisan; dikutip dari; dilansir dari; mengutip; disadur dari; diambil dari; disalin dari; dinukil dari; via; dimuat ulang dari; diterbitkan ulang dari; pertama kali diterbitkan di; seperti dimuat; dilansir; melansir; sumber informasi",
    original="artikel asli; tulisan asli; naskah asli; baca artikel aslinya; tautan asli; versi asli; berita asli; baca selengkapnya di; baca aslinya; link asli; tautan artikel; sumber tautan; teks asli; judul asli; artikel selengkapnya",
    lead="artikel asli; aslinya; asli; artikel aslinya; naskah asli; sumber; selengkapnya; tautan; versi asli; baca {di|juga di}; via",
    published=(
        "{pertama kali|awalnya|semula|sebelumnya|mulanya|aslinya} {terbit|dipublikasikan|diterbitkan|dimuat|tayang|diposting|muncul} {di|dalam|oleh}; {dikutip|dilansir|disadur|diambil|disalin|dinukil|disarikan|dirangkum|dicuplik} {dari|dalam|oleh}; {dimuat|diterbitkan|dipublikasikan|diposting|ditayangkan} ulang {dari|atas izin|dengan izin|seizin} {dari|};"
        "{atas|dengan} izin; mengutip; melansir; dilansir; seperti dimuat {di|dalam}; via; konten {ini|} {disediakan|disebarkan|dipasok} oleh; telah tayang di; {tulisan|artikel|naskah} {ini|} {disalin|diambil|disadur|dikutip} dari"
    ),
    itself="{artikel|tulisan|naskah|berita|konten|esai|cerita|wawancara|laporan|kolom|catatan} ini; versi {pendek|awal} {dari|} {artikel|tulisan}; artikel ~",
    said="{pertama kali|awalnya|semula|sebelumnya|telah|sudah|} {terbit|dipublikasikan|diterbitkan|dimuat|tayang} {di|dalam|oleh}; {disalin|diambil|disadur|dikutip|dinukil} dari; {disediakan|dipasok} oleh; {berasal|bersumber} dari",
    own="olahan; penulis; pribadi; sendiri; tidak; internet; berbagai; pengaturan; berkas; folder; masukan; keluaran; data; perhitungan; kami; saya; menu; gambar; tabel; https; kode; halaman; survei; dokumen; dok; sini; situ; file; diolah; listrik; air; energi; daya",
    work="judul; judul buku; buku; penerbit; isbn; musik; lisensi; versi; sutradara; halaman; jumlah halaman; album; lagu; film; jurnal; konferensi; genre; harga; tahun; tahun terbit; penerjemah; puisi; seri; tebal",
    other="editor; penyunting; foto; gambar; ilustrasi; ilustrator; fotografer; redaktur; tanggal; desain; penata letak; tata letak; videografer; kategori; infografis; grafis",
    never="karena; itu; ini; sebab; para; kami; kita; saya; mereka; tim; redaksi; halo; dunia; yang; dan; atau; di; ke; dari; untuk; semua; setiap; senin; selasa; rabu; kamis; jumat; sabtu; minggu; pagi; siang; sore; malam; hari; bulan; tahun; angin; hujan; orang; siapa; apa; warga; pemerintah; masyarakat; seorang; sebuah; beberapa; banyak; anak; alam; waktu; sejarah; pengguna",
    agencies="antara; reuters; afp; ap; xinhua; kantor berita antara; antara news",
    news="berita; pers; kabar; teknologi; media; terkini; sorotan; headline",
    ours="tim kami; perusahaan kami; pelanggan kami; kami membuka; bengkel kedua kami; kami senang; kantor kami",
)

ARABIC = Language(
    "ar",
    author="بقلم; كتب; كتبت; كتبه; كتبها; الكاتب; الكاتبة; المؤلف; المؤلفة; تأليف; إعداد; أعده; أعده; أعدتها; تقرير; حوار; حاوره; حاورها; حاورته; مراسل; مراسلة; نشره; نشرته; ضيف المدونة; ضيفة المدونة; الصحفي; الصحفية; كتابة; صاغه; متابعة; تحقيق; بواسطة; نشر بواسطة; كاتب المقال; كاتبة المقال; مقال ل; بقلم الكاتب; اعداد; المحرر",
    text="نص; النص; نص وصور; كلمات; مقال; تحرير",
    by="بقلم; كتب; كتبت; كتبه; كتبها; إعداد; تقرير; حوار; أعده; أعدته; حاوره; حاورها; بقلم الكاتب; بقلم الكاتبة; بواسطة; نشر بواسطة; نشر بواسطة; تأليف; مقال ل; تحقيق; كتابة; اعداد; مراسلنا; مراسلتنا",
    guest="{هذا|هذه} {المقال|المقالة} {بقلم|من كتابة|كتبها|كتبه}; ضيف المدونة; كاتبنا الضيف",
    about="نبذة عن الكاتب; نبذة عن الكاتبة; عن الكاتب; عن الكاتبة; عن المؤلف; الكاتب; الكاتبة; السيرة الذاتية; نبذة عن المؤلف; من هو الكاتب; عن المؤلفة; نبذة عن كاتب المقال",
    bio="كاتب; كاتبة; صحفي; صحفية; باحث; باحثة; مهندس; مهندسة; يعلم; يعلم; تعلم; تعلم; يعمل; تعمل; يكتب; تكتب; يدرس; يدرس; أستاذ; أستاذة; مطور; مطورة; محرر; محررة; روائي; شاعر; هو; هي",
    translator="ترجمة; المترجم; المترجمة; ترجمها; ترجمه; ترجمته; ترجمتها; تعريب; عربه; عربه; عربها; ترجمة وتحرير; ترجمة وإعداد; الترجمة العربية; نقله إلى العربية; نقلها إلى العربية; ترجمة عن الإنجليزية; المترجمون; ترجمة وتعريب; قام بالترجمة; ترجمة بتصرف; ترجمها إلى العربية",
    translated_by="{ترجمه|ترجمها|ترجمته|ترجمتها|عربه|عربه|عربها}; نقله إلى العربية; نقلها إلى العربية; {تمت|تم} ترجمته بواسطة; ترجمة آلية; ترجمتي; قمت بترجمة; المترجم; المترجمة; قام بترجمته; قامت بترجمته; ترجمة بواسطة",
    translated="مترجم {عن|من}; مترجمة {عن|من}; {هذا|هذه} {المقال|النص|المقالة|التدوينة|الوثيقة} {مترجم|مترجمة|ترجمة}; {هذا|هذه} ترجمة; ترجمة {لمقال|لمقالة|لنص|ل|عن|بتصرف عن}; ترجم هذا {المقال|النص}; تمت ترجمة هذا; ترجم {عن|من|هذا}",
    source="المصدر; المصادر; مصدر; المصدر الأصلي; رابط المصدر; نقلا عن; نقلا عن; نقلا عن; منقول عن; منقول من; منقول; مأخوذ من; مقتبس من; عن موقع; عبر; مصدر الخبر; مصدر المقال; نشر أولا في; إعادة نشر من; اقتباس من",
    original="المقال الأصلي; رابط المقال الأصلي; النص الأصلي; الأصل; لقراءة المقال الأصلي; رابط المقال; المقالة الأصلية; الرابط الأصلي; للاطلاع على الأصل; رابط الخبر; اقرأ الأصل; الخبر الأصلي; رابط الأصل; اقرأ المقال كاملا",
    lead="الأصلي; الأصل; الأصلية; المصدر; رابط; اقرأ; لقراءة; المقال كاملا; عبر; هنا; الأصلي هنا",
    published=(
        "{نشر|نشر|نشرت|نشرت|ظهر|ظهرت|سبق نشره|سبق نشرها|سبق أن نشر} {هذا ~|هذه ~|المقال|النص|التقرير|} {أولا|أولا|أولا|في الأصل|لأول مرة|أول مرة|سابقا|سابقا|} {في|على|عبر|لدى}; {نقلا|نقلا|نقلا} عن; منقول {من|عن}; مأخوذ {من|عن}; مقتبس {من|عن}; عن {موقع|صحيفة|جريدة|مجلة|مدونة|وكالة};"
        "{يعاد|يعاد|أعيد} {نشره|نشرها} {بإذن|بالاتفاق مع|بموافقة} {من|}; إعادة نشر {من|عن|بإذن}; بإذن من; هذا {الخبر|المقال|المحتوى} من {خدمة|وكالة|موقع}; {المادة|المحتوى|الخبر} {مقدم|مقدمة} من; سبق نشره {في|على}; عبر موقع"
    ),
    itself="هذا {المقال|النص|الخبر|التقرير|الحوار|الفصل|المحتوى}; هذه {المقالة|التدوينة|المادة|القصة|المقابلة|السلسلة}; {ظهرت|نشرت|نشرت} المقالة ~",
    said="{نشر|نشر|نشرت|نشرت|ظهر|ظهرت} {~|} {أولا|أولا|أولا|في الأصل|لأول مرة|أول مرة|} {في|على}; {منقول|مأخوذ|مقتبس} {من|عن}; أولا {على|في}; أولا {على|في}; من {خدمة|وكالة}",
    own="حسابات; الكاتب; المؤلف; إعداد; خاص; غير; الإنترنت; متعددة; الإعدادات; ملف; مجلد; المدخلات; المخرجات; بيانات; بياناتنا; نحن; صورة; جدول; https; المفتوح; مفتوح; الصفحة; استطلاع",
    work="الكتاب; كتاب; عنوان الكتاب; الناشر; دار النشر; الموسيقى; الترخيص; الرخصة; الإصدار; إخراج; عدد الصفحات; ألبوم; أغنية; فيلم; مجلة; مؤتمر; النوع; السعر; العمل; سنة النشر; شعر; رواية; المترجم; العنوان; الورقة",
    other="تصوير; صور; الصور; الصورة; رسوم; رسم; تحرير; مراجعة; تدقيق; تصميم; التاريخ; إخراج; غلاف; تدقيق لغوي; مونتاج; محرر",
    never="مرحبا; بالعالم; هذا; هذه; على; في; من; إلى; عن; الله; أسرة; فريق; هيئة; التحرير; لك; لكم; كل; جميع; أحد; بعض; اليوم; عليكم; عليه; أن",
    agencies="رويترز; أ ف ب; فرانس برس; أ ب; وكالات; واس; وام; وكالة الأنباء; الأناضول; سبوتنيك; د ب أ; كونا; بترا",
    news="أخبار; الأخبار; صحافة; تقنية; إعلام; عناوين; مستجدات; منوعات",
    ours="فريقنا; شركتنا; عملاؤنا; ورشتنا; نفتتح; يسرنا; نحن سعداء; عملائنا",
)
