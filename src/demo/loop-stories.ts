import { absenceStory } from './absence-story.ts'
import type { Today } from './complaint-today.ts'
import { freedWithinTheDay } from './hold-freed.ts'
import { lastMail, mailStory } from './message-story.ts'
import { nonconformingStories } from './nonconforming-stories.ts'
import { recallDrill } from './recall-drill.ts'
import { finishedRecall } from './recall-finished.ts'
import { runningRecall } from './recall-running.ts'
import { returnStories } from './return-stories.ts'
import type { Story } from './scheduler.ts'
import { supplierInquiryStories } from './supplier-inquiry-stories.ts'

/** What happens to goods that are doubted: recalls, returns, nonconforming goods, supplier inquiries, and the letters about them. */
export const loopStories = (today: Today): Story[] => [
  ...finishedRecall(today),
  recallDrill(today),
  ...freedWithinTheDay(today),
  ...runningRecall(today),
  ...returnStories(today),
  ...nonconformingStories(today),
  ...supplierInquiryStories(today),
  absenceStory(today),
  mailStory(today),
  lastMail(today),
]
