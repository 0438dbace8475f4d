import type { Reader } from './recall-desk.ts'
import type { Chance } from './world/chance.ts'

/** What a buyer says became of its goods: part of them comes back, or all are used or sold on. */
export function answerOf(reader: Reader, luck: Chance, sendsBack: boolean, saidBy = reader.contactName) {
  const { lotId, due } = reader
  const comingBack = sendsBack ? Math.max(1, Math.floor((due * luck.between(12, 55)) / 100)) : 0
  const rest = due - comingBack
  const soldOn = rest > 300 ? Math.floor((rest * luck.between(30, 70)) / 100) : 0
  return {
    ...(saidBy && { saidBy }),
    lines: [{ lotId, comingBack, soldOn, used: rest - soldOn }],
    ...(soldOn > 0 && {
      onward: [
        { lotId, name: luck.pick(['新郑市轩辕湖卫生院', '尉氏县康沟河诊所', '武陟县詹店镇卫生院']), quantity: soldOn },
      ],
    }),
  }
}

/** The same buyer's answer to the notice to suspend: what will come back stands apart in its store. */
export const answerToSuspend = ({ lines, ...said }: ReturnType<typeof answerOf>, missing = 0) => ({
  ...(said.saidBy && { saidBy: said.saidBy }),
  lines: lines.map(({ lotId, comingBack, soldOn, used }) => ({
    lotId,
    onHand: comingBack,
    soldOn,
    used: used + missing,
  })),
})
