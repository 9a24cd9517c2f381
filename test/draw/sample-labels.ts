import type { Language } from "../../src/model/language.ts";

/** A row of a made-up table. */
export interface RowLabel {
  readonly label: string;
  readonly kind: string;
}

/** Names of rows by their code. */
export const ROW_LABELS: Readonly<Record<Language, Readonly<Record<string, RowLabel>>>> = {
  en: {
    nanjing: {
      label: "Nanjing",
      kind: "city",
    },
    wuxi: {
      label: "Wuxi",
      kind: "city",
    },
    xuzhou: {
      label: "Xuzhou",
      kind: "city",
    },
    changzhou: {
      label: "Changzhou",
      kind: "city",
    },
    suzhou: {
      label: "Suzhou",
      kind: "city",
    },
    nantong: {
      label: "Nantong",
      kind: "city",
    },
    lianyungang: {
      label: "Lianyungang",
      kind: "city",
    },
    huaian: {
      label: "Huai’an",
      kind: "city",
    },
    yancheng: {
      label: "Yancheng",
      kind: "city",
    },
    yangzhou: {
      label: "Yangzhou",
      kind: "city",
    },
    zhenjiang: {
      label: "Zhenjiang",
      kind: "city",
    },
    taizhou: {
      label: "Taizhou",
      kind: "city",
    },
    suqian: {
      label: "Suqian",
      kind: "city",
    },
    province: {
      label: "Entire province",
      kind: "province",
    },
    invention: {
      label: "Invention patents",
      kind: "patent-type",
    },
    utility_model: {
      label: "Utility model patents",
      kind: "patent-type",
    },
    design: {
      label: "Design patents",
      kind: "patent-type",
    },
  },
  "zh-CN": {
    nanjing: {
      label: "南京市",
      kind: "city",
    },
    wuxi: {
      label: "无锡市",
      kind: "city",
    },
    xuzhou: {
      label: "徐州市",
      kind: "city",
    },
    changzhou: {
      label: "常州市",
      kind: "city",
    },
    suzhou: {
      label: "苏州市",
      kind: "city",
    },
    nantong: {
      label: "南通市",
      kind: "city",
    },
    lianyungang: {
      label: "连云港市",
      kind: "city",
    },
    huaian: {
      label: "淮安市",
      kind: "city",
    },
    yancheng: {
      label: "盐城市",
      kind: "city",
    },
    yangzhou: {
      label: "扬州市",
      kind: "city",
    },
    zhenjiang: {
      label: "镇江市",
      kind: "city",
    },
    taizhou: {
      label: "泰州市",
      kind: "city",
    },
    suqian: {
      label: "宿迁市",
      kind: "city",
    },
    province: {
      label: "全省",
      kind: "province",
    },
    invention: {
      label: "发明专利",
      kind: "patent-type",
    },
    utility_model: {
      label: "实用新型专利",
      kind: "patent-type",
    },
    design: {
      label: "外观设计专利",
      kind: "patent-type",
    },
  },
  ja: {
    nanjing: {
      label: "南京市",
      kind: "city",
    },
    wuxi: {
      label: "無錫市",
      kind: "city",
    },
    xuzhou: {
      label: "徐州市",
      kind: "city",
    },
    changzhou: {
      label: "常州市",
      kind: "city",
    },
    suzhou: {
      label: "蘇州市",
      kind: "city",
    },
    nantong: {
      label: "南通市",
      kind: "city",
    },
    lianyungang: {
      label: "連雲港市",
      kind: "city",
    },
    huaian: {
      label: "淮安市",
      kind: "city",
    },
    yancheng: {
      label: "塩城市",
      kind: "city",
    },
    yangzhou: {
      label: "揚州市",
      kind: "city",
    },
    zhenjiang: {
      label: "鎮江市",
      kind: "city",
    },
    taizhou: {
      label: "泰州市",
      kind: "city",
    },
    suqian: {
      label: "宿遷市",
      kind: "city",
    },
    province: {
      label: "省全体",
      kind: "province",
    },
    invention: {
      label: "発明特許",
      kind: "patent-type",
    },
    utility_model: {
      label: "実用新案",
      kind: "patent-type",
    },
    design: {
      label: "意匠",
      kind: "patent-type",
    },
  },
  ko: {
    nanjing: {
      label: "난징시",
      kind: "city",
    },
    wuxi: {
      label: "우시시",
      kind: "city",
    },
    xuzhou: {
      label: "쉬저우시",
      kind: "city",
    },
    changzhou: {
      label: "창저우시",
      kind: "city",
    },
    suzhou: {
      label: "쑤저우시",
      kind: "city",
    },
    nantong: {
      label: "난퉁시",
      kind: "city",
    },
    lianyungang: {
      label: "롄윈강시",
      kind: "city",
    },
    huaian: {
      label: "화이안시",
      kind: "city",
    },
    yancheng: {
      label: "옌청시",
      kind: "city",
    },
    yangzhou: {
      label: "양저우시",
      kind: "city",
    },
    zhenjiang: {
      label: "전장시",
      kind: "city",
    },
    taizhou: {
      label: "타이저우시",
      kind: "city",
    },
    suqian: {
      label: "쑤쳰시",
      kind: "city",
    },
    province: {
      label: "성 전체",
      kind: "province",
    },
    invention: {
      label: "발명 특허",
      kind: "patent-type",
    },
    utility_model: {
      label: "실용신안",
      kind: "patent-type",
    },
    design: {
      label: "디자인",
      kind: "patent-type",
    },
  },
};

/** Names of columns by `<table>.columns.<column>`. */
export const COLUMN_LABELS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    "trademarks_by_region.columns.applications": "Number of Trademark Applications",
    "trademarks_by_region.columns.registrations": "Number of Trademark Registrations",
    "patents_by_region.columns.granted": "Number of Granted Patents",
    "patents_by_region.columns.invention_granted": "Number of Granted Invention Patents",
    "patents_by_region.columns.pct": "Number of Patent Applications under the PCT",
    "high_value_by_region.columns.high_value_per_10k": "High-value Invention Patents per 10,000 People",
    "gi.columns.gi": "GI",
    "gi.columns.gi_product": "GI Product",
    "gi.columns.gi_agricultural": "GI for Agricultural Product",
    "ic_layouts.columns.registrations_2021": "Registrations in 2021",
    "ic_layouts.columns.cumulative_2021": "Cumulative Registrations as of December 31, 2021",
    "patents_valid.columns.patents_per_10k": "Number of Invention Patents per 10,000 People",
    "patents_valid.columns.universities": "Colleges and Universities",
    "patents_valid.columns.research_institutions": "Research Institutions",
    "patents_valid.columns.enterprises": "Enterprises",
    "patents_valid.columns.government_agencies": "Government Agencies",
    "patents_valid.columns.individuals": "Individuals",
    "grants_by_type.columns.granted": "Number of Granted Patents",
    "invention_grants.columns.invention_patents_granted": "Number of Invention Patents Granted",
  },
  "zh-CN": {
    "trademarks_by_region.columns.applications": "商标申请量",
    "trademarks_by_region.columns.registrations": "商标注册量",
    "patents_by_region.columns.granted": "专利授权量",
    "patents_by_region.columns.invention_granted": "发明专利授权量",
    "patents_by_region.columns.pct": "PCT专利申请量",
    "high_value_by_region.columns.high_value_per_10k": "每万人口高价值发明专利拥有量",
    "gi.columns.gi": "地理标志商标",
    "gi.columns.gi_product": "地理标志保护产品",
    "gi.columns.gi_agricultural": "农产品地理标志",
    "ic_layouts.columns.registrations_2021": "2021年登记量",
    "ic_layouts.columns.cumulative_2021": "截至2021年12月31日累计登记量",
    "patents_valid.columns.patents_per_10k": "每万人口发明专利拥有量",
    "patents_valid.columns.universities": "高等院校",
    "patents_valid.columns.research_institutions": "科研院所",
    "patents_valid.columns.enterprises": "企业",
    "patents_valid.columns.government_agencies": "机关团体",
    "patents_valid.columns.individuals": "个人",
    "grants_by_type.columns.granted": "授权量",
    "invention_grants.columns.invention_patents_granted": "发明专利授权量",
  },
  ja: {
    "trademarks_by_region.columns.applications": "商標出願件数",
    "trademarks_by_region.columns.registrations": "商標登録件数",
    "patents_by_region.columns.granted": "専利権付与件数",
    "patents_by_region.columns.invention_granted": "発明特許の権利付与件数",
    "patents_by_region.columns.pct": "PCT国際出願件数",
    "high_value_by_region.columns.high_value_per_10k": "人口1万人当たりの高価値発明特許件数",
    "gi.columns.gi": "地理的表示",
    "gi.columns.gi_product": "地理的表示産品",
    "gi.columns.gi_agricultural": "農産物地理的表示",
    "ic_layouts.columns.registrations_2021": "2021年の登録件数",
    "ic_layouts.columns.cumulative_2021": "2021年12月31日までの累計登録件数",
    "patents_valid.columns.patents_per_10k": "人口1万人当たりの発明特許件数",
    "patents_valid.columns.universities": "大学",
    "patents_valid.columns.research_institutions": "研究機関",
    "patents_valid.columns.enterprises": "企業",
    "patents_valid.columns.government_agencies": "政府機関・団体",
    "patents_valid.columns.individuals": "個人",
    "grants_by_type.columns.granted": "権利付与件数",
    "invention_grants.columns.invention_patents_granted": "発明特許の権利付与件数",
  },
  ko: {
    "trademarks_by_region.columns.applications": "상표 출원 건수",
    "trademarks_by_region.columns.registrations": "상표 등록 건수",
    "patents_by_region.columns.granted": "특허 등록 건수",
    "patents_by_region.columns.invention_granted": "발명특허 등록 건수",
    "patents_by_region.columns.pct": "PCT 출원 건수",
    "high_value_by_region.columns.high_value_per_10k": "인구 1만 명당 고가치 발명특허 건수",
    "gi.columns.gi": "지리적 표시",
    "gi.columns.gi_product": "지리적 표시 제품",
    "gi.columns.gi_agricultural": "농산물 지리적 표시",
    "ic_layouts.columns.registrations_2021": "2021년 등록 건수",
    "ic_layouts.columns.cumulative_2021": "2021년 12월 31일까지 누적 등록 건수",
    "patents_valid.columns.patents_per_10k": "인구 1만 명당 발명특허 건수",
    "patents_valid.columns.universities": "대학교",
    "patents_valid.columns.research_institutions": "연구기관",
    "patents_valid.columns.enterprises": "기업",
    "patents_valid.columns.government_agencies": "정부기관·단체",
    "patents_valid.columns.individuals": "개인",
    "grants_by_type.columns.granted": "등록 건수",
    "invention_grants.columns.invention_patents_granted": "발명특허 등록 건수",
  },
};

/** Titles of charts by their id. */
export const TITLES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    trademark_applications: "Number of Trademark Applications",
    trademark_registrations: "Number of Trademark Registrations",
    granted_patents: "Number of Granted Patents",
    granted_inventions: "Number of Granted Invention Patents",
    pct_applications: "Number of Patent Applications under the PCT",
    invention_series: "Number of Invention Patents Granted",
    valid_by_owner: "Valid Invention Patents by Owner",
    inventions_per_10k: "Number of Invention Patents per 10,000 People",
    high_value_per_10k: "High-value Invention Patents per 10,000 People",
    gi_by_region: "GI",
    ic_layouts_by_region: "Registrations in 2021",
    grants_by_type: "Number of Granted Patents",
  },
  "zh-CN": {
    trademark_applications: "商标申请量",
    trademark_registrations: "商标注册量",
    granted_patents: "专利授权量",
    granted_inventions: "发明专利授权量",
    pct_applications: "PCT专利申请量",
    invention_series: "发明专利授权量",
    valid_by_owner: "有效发明专利（按权利人）",
    inventions_per_10k: "每万人口发明专利拥有量",
    high_value_per_10k: "每万人口高价值发明专利拥有量",
    gi_by_region: "地理标志商标",
    ic_layouts_by_region: "2021年登记量",
    grants_by_type: "授权量",
  },
  ja: {
    trademark_applications: "商標出願件数",
    trademark_registrations: "商標登録件数",
    granted_patents: "専利権付与件数",
    granted_inventions: "発明特許の権利付与件数",
    pct_applications: "PCT国際出願件数",
    invention_series: "発明特許の権利付与件数",
    valid_by_owner: "権利者別の有効発明特許",
    inventions_per_10k: "人口1万人当たりの発明特許件数",
    high_value_per_10k: "人口1万人当たりの高価値発明特許件数",
    gi_by_region: "地理的表示",
    ic_layouts_by_region: "2021年の登録件数",
    grants_by_type: "権利付与件数",
  },
  ko: {
    trademark_applications: "상표 출원 건수",
    trademark_registrations: "상표 등록 건수",
    granted_patents: "특허 등록 건수",
    granted_inventions: "발명특허 등록 건수",
    pct_applications: "PCT 출원 건수",
    invention_series: "발명특허 등록 건수",
    valid_by_owner: "권리자별 유효 발명특허",
    inventions_per_10k: "인구 1만 명당 발명특허 건수",
    high_value_per_10k: "인구 1만 명당 고가치 발명특허 건수",
    gi_by_region: "지리적 표시",
    ic_layouts_by_region: "2021년 등록 건수",
    grants_by_type: "등록 건수",
  },
};
