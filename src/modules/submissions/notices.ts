import { type NoticesOf, urgent } from '../../notices/kinds.ts'
import { note } from '../../notices/words.ts'
import { paths } from '../../web/paths.ts'

type OfSubmission = { number: number; call: string | null }

const submissionNamed = ({ number }: OfSubmission) => `представление № ${number}`
const callNamed = ({ call }: OfSubmission) => (call === null ? '' : `${call}. `)

export const notices = {
  /** To whoever decides: the operator's submission has come. */
  'submission.awaitsDecision': urgent<OfSubmission & { include: number; exclude: number }>((params, to, submission) => ({
    title: `Ждёт вашего решения ${submissionNamed(params)}`,
    more: `${callNamed(params)}Предложено присвоить статус: ${params.include}, отклонить: ${params.exclude}`,
    href: paths.operatorSubmission({ ...to, submission }),
  })),
  'submission.returned': urgent<OfSubmission & { remark: string }>((params, to, submission) => ({
    title: `Вернули ${submissionNamed(params)}`,
    more: `${callNamed(params)}${note(params.remark)}`,
    href: paths.operatorSubmission({ ...to, submission }),
  })),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
