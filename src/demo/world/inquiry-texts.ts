import { enquiries } from './inquiries/enquiries.ts'
import { implementationRequests } from './inquiries/implementation.ts'
import type { InquiryText } from './inquiries/inquiry-text.ts'
import { serviceRequests } from './inquiries/service-requests.ts'
import { trainingRequests } from './inquiries/training.ts'

/** All inquiry texts, kind by kind. */
export const inquiryTexts: readonly InquiryText[] = [
  ...enquiries,
  ...trainingRequests,
  ...implementationRequests,
  ...serviceRequests,
]
