import { type Text, text } from '../../kernel/text.ts'

/** Families of devices in the demo company's range; complaints and inquiries are written per family. */
export const families = {
  'infusion-pump': text('输液泵与注射泵', 'Infusion and syringe pumps'),
  'infusion-set': text('输液、注射耗材', 'Infusion and injection disposables'),
  'blood-pressure': text('电子血压计', 'Blood pressure monitors'),
  thermometer: text('体温计', 'Thermometers'),
  glucose: text('血糖仪与试纸', 'Glucose meters and strips'),
  monitor: text('监护仪', 'Patient monitors'),
  oxygen: text('制氧与氧疗', 'Oxygen therapy'),
  nebuliser: text('雾化器', 'Nebulisers'),
  ventilator: text('呼吸机', 'Ventilators'),
  ecg: text('心电图机', 'Electrocardiographs'),
  suture: text('缝合与吻合', 'Sutures and staplers'),
  orthopaedic: text('骨科植入物', 'Orthopaedic implants'),
  catheter: text('导管与引流', 'Catheters and drainage'),
  protection: text('口罩、手套与防护', 'Masks, gloves and protection'),
  dressing: text('敷料', 'Dressings'),
  mobility: text('轮椅与护理床', 'Wheelchairs and beds'),
  electrosurgery: text('高频手术设备', 'Electrosurgery'),
  reagent: text('体外诊断试剂', 'In vitro diagnostic reagents'),
} as const satisfies Record<string, Text>

export type Family = keyof typeof families
