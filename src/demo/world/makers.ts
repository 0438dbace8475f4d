import { type DemoParty, partyTable } from './party-table.ts'

/** Makers of the demo company's products; several of them deliver themselves and so are suppliers as well. */
export const manufacturers: readonly DemoParty[] = [
  ...partyTable(
    { isCustomer: false, isSupplier: true, isManufacturer: true },
    `
河南衡泽医疗科技有限公司||河南省|新乡市|410702|红旗区科隆大道88号|常玉山|质量受权人|Henan Hengze Medical Technology Co., Ltd.
江苏沐澄医疗器械有限公司||江苏省|常州市|320411|新北区黄河西路199号|沈一凡|售后经理|Jiangsu Mucheng Medical Devices Co., Ltd.
深圳澜启生物传感有限公司||广东省|深圳市|440305|南山区科苑北路60号|邱嘉|客诉工程师|Shenzhen Lanqi Biosensing Co., Ltd.
广东泰澍电子医疗有限公司||广东省|广州市|440112|黄埔区开源大道77号|梁伟雄|品质部主管|Guangdong Taishu Electromedical Co., Ltd.
苏州氧禾医疗设备有限公司||江苏省|苏州市|320505|虎丘区湘江路30号|吴培|技术支持|Suzhou Yanghe Medical Equipment Co., Ltd.
上海缝源医用材料有限公司||上海市|上海市|310112|闵行区都会路2338号|钱晓梅|质量部|Shanghai Fengyuan Medical Materials Co., Ltd.
长垣卫蒲卫生材料有限公司||河南省|新乡市|410783|长垣市丁栾镇工业大道5号|栗志勇|质量部经理|Changyuan Weipu Hygiene Materials Co., Ltd.
`,
  ),
  ...partyTable(
    { isCustomer: false, isSupplier: false, isManufacturer: true },
    `
山东岱舟高分子制品有限公司||山东省|济宁市|370811|任城区车站西路100号|孔令军|质量部|Shandong Daizhou Polymer Products Co., Ltd.
北京谱河心电技术有限公司||北京市|北京市|110108|海淀区创业路8号|方瑞|售后主管|Beijing Puhe ECG Technology Co., Ltd.
常州骨立方医疗器械有限公司||江苏省|常州市|320412|武进区凤栖路55号|许益民|临床支持|Changzhou Gulifang Medical Devices Co., Ltd.
天津柏恩体外诊断有限公司||天津市|天津市|120116|滨海新区洞庭路220号|于洋|技术支持|Tianjin Boen In Vitro Diagnostics Co., Ltd.
韦劳特医疗技术（上海）有限公司||上海市|上海市|310115|浦东新区富特东一路96号|蔡蕾|法规与投诉专员|Wehrlaut Medizintechnik GmbH, agent in China
`,
  ),
]

/** Suppliers that trade and do not make. */
export const suppliers: readonly DemoParty[] = partyTable(
  { isCustomer: false, isSupplier: true, isManufacturer: false },
  `
河南豫通械配供应链有限公司||河南省|郑州市|410122|中牟县物流大道11号|关晓军|客户经理|
北京京禾医疗器械贸易有限公司||北京市|北京市|110106|丰台区丰管路16号|佟欣|商务|
山东鲁禾医疗供应链有限公司||山东省|济南市|370112|历城区工业北路58号|毕研|商务经理|
上海浦澄国际贸易有限公司||上海市|上海市|310115|浦东新区日京路88号|盛楠|进口业务|
武汉楚禾骨科器材有限公司||湖北省|武汉市|420111|洪山区关山大道355号|聂涛|产品经理|
天津津禾诊断试剂有限公司||天津市|天津市|120111|西青区海泰大道20号|邵阳|冷链主管|
江苏苏澄医药物流有限公司||江苏省|南京市|320114|雨花台区凤集大道3号|潘虹|客服|
广东粤禾医疗器械有限公司||广东省|广州市|440106|天河区棠东东路19号|黎小明|商务|
`,
)
