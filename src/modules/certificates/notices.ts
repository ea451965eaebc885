import { type NoticesOf, notice, type Say, urgent } from '../../notices/kinds.ts'
import type { Kind } from './model.ts'
import { paths } from './paths.ts'
import { hoursText, kindWords } from './wording.ts'

type OfPaper = { kind: Kind; number: number }
const ofPaper =
  <Params extends OfPaper>(title: (params: Params) => string, more: (params: Params) => string): Say<Params> =>
  (params, to, certificate) => ({ title: title(params), more: more(params), href: paths.certificate({ ...to, certificate }) })

const paper = ({ kind, number }: OfPaper) => `${kindWords[kind].one.toLowerCase()} № ${number}`

export const notices = {
  'certificate.issued': notice<OfPaper & { hours: number; issuer: string; about?: string }>(
    ofPaper(
      (params) => `Вам выдана бумага: ${paper(params)}, ${hoursText(params.hours)}`,
      ({ issuer, about }) => [about, issuer].filter(Boolean).join(', '),
    ),
  ),
  'certificate.revoked': urgent<OfPaper & { reason: string }>(
    ofPaper(
      (params) => `Отозвана ваша бумага: ${paper(params)}`,
      ({ reason }) => reason,
    ),
  ),
}

declare module '../../notices/kinds.ts' {
  interface Notices extends NoticesOf<typeof notices> {}
}
